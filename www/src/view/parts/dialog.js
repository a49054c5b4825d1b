/**
 * What is laid over the page.
 *
 * @module
 */

/**
 * Opens a dialog over everything, once.
 *
 * @param {Element | undefined} element
 */
export function showModal(element) {
  const dialog = /** @type {HTMLDialogElement | undefined} */ (element);
  // Not before it is in the page.
  if (dialog && !dialog.open) queueMicrotask(() => dialog.isConnected && !dialog.open && dialog.showModal());
}
