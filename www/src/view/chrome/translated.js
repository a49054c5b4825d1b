/**
 * Keeps what is drawn true on a page that a browser translates. A translator takes texts out of the page and
 * puts other elements in their place, so that later changes of a text would not be seen. Before something is
 * drawn, the texts are put back; afterwards the translations of those that have not changed.
 *
 * @module
 */

/** What a translator has put in the place of a text. @type {Map<Text, Element>} */
const translations = new Map();

/** @type {MutationObserver | undefined} */
let observer;

/** @param {Node | null} node @returns {node is Element} */
const isTranslation = (node) => node instanceof Element && node.localName === 'font';

/** @param {MutationRecord[]} records */
function take(records) {
  for (const { removedNodes, addedNodes, previousSibling, nextSibling } of records) {
    for (const text of removedNodes) {
      if (!(text instanceof Text) || text.isConnected) continue;
      const translation = [...addedNodes, previousSibling, nextSibling].find(isTranslation);
      if (translation) translations.set(text, translation);
    }
  }
}

/** What the texts were that have been put back. @type {Map<Text, string>} */
const put = new Map();

export const translated = Object.freeze({
  /**
   * Before something is drawn into an element.
   *
   * @param {HTMLElement} root
   */
  before(root) {
    if (!observer) {
      observer = new MutationObserver(take);
      observer.observe(root, { childList: true, subtree: true });
      // It was translated before: everything is drawn anew.
      if (root.querySelector('font')) {
        root.replaceChildren();
        Reflect.deleteProperty(root, '_$litPart$');
      }
    }
    take(observer.takeRecords());
    for (const [text, translation] of translations) {
      if (!translation.isConnected) {
        translations.delete(text);
        continue;
      }
      put.set(text, text.data);
      translation.replaceWith(text);
    }
  },

  /** After that. */
  after() {
    for (const [text, data] of put) {
      const translation = translations.get(text);
      if (translation && text.isConnected && text.data === data) text.replaceWith(translation);
      else translations.delete(text);
    }
    put.clear();
    observer?.takeRecords();
  },
});
