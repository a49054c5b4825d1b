/**
 * Style sheets that are fetched after the first picture.
 *
 * @module
 */

/** Sheets that are there or on their way, by address. @type {Map<string, Promise<void>>} */
const sheets = new Map();

/**
 * Fetches a style sheet, once.
 *
 * @param {string} href  from the page's address
 */
export function fetchSheet(href) {
  const promise = sheets.get(href) ?? add(href);
  sheets.set(href, promise);
  promise.catch(() => sheets.delete(href));
  return promise;
}

/**
 * @param {string} href
 * @returns {Promise<void>}
 */
const add = (href) =>
  new Promise((resolve, reject) => {
    const sheet = document.createElement('link');
    Object.assign(sheet, { rel: 'stylesheet', href });
    sheet.addEventListener('load', () => resolve());
    sheet.addEventListener('error', () => {
      sheet.remove();
      reject(new Error(href));
    });
    document.head.append(sheet);
  });
