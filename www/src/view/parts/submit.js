/**
 * Forms that work in a frame whose host allows none, as course pages have them: there a browser sends no
 * event of a form, but still clicks its button, also when Enter is pressed.
 *
 * @module
 */

/**
 * Returns what listens to the clicks in a form, and acts when it is submitted.
 *
 * @param {(form: HTMLFormElement) => void} act
 */
export const submitted = (act) => (/** @type {Event} */ event) => {
  const button = /** @type {Element} */ (event.target).closest('button[type="submit"]');
  if (!(button instanceof HTMLButtonElement) || !button.form) return;
  event.preventDefault();
  act(button.form);
};
