/**
 * A directive for the text of an input element. While somebody types, the text in the field stays as it is:
 * drawing the page again must not replace it.
 *
 * @module
 */
import { noChange } from '../../../vendor/lit-html/lit-html.js';
import { Directive, directive } from '../../../vendor/lit-html/directive.js';

/** @import { PropertyPart } from '../../../vendor/lit-html/directive.js' */

/** Fields with text that has not been taken yet. @type {WeakSet<EventTarget>} */
const typing = new WeakSet();

class Typed extends Directive {
  /** @param {string} value */
  render(value) {
    return value;
  }

  /**
   * @param {PropertyPart} part
   * @param {[string]} value
   * @override
   */
  update(part, [value]) {
    const input = /** @type {HTMLInputElement} */ (part.element);
    if (!typing.has(input) && input.value !== value) input.value = value;
    return noChange;
  }
}

/** Shows a text wherever nobody is typing. */
export const typed = directive(Typed);

/**
 * Somebody types.
 *
 * @param {Event} event
 */
export const onTyping = ({ target }) => void (target && typing.add(target));

/**
 * What was typed is taken or given up.
 *
 * @param {Event} event
 */
export const onTyped = ({ target }) => void (target && typing.delete(target));
