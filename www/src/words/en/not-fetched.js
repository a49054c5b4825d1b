/**
 * What is said where the sentences of refusals cannot be fetched either.
 *
 * @module
 */
import { line } from '../phrase.js';

export const partNotFetched = () =>
  line`A part of the page could not be fetched, so nothing was changed. Try again when there is a
    connection; if that does not help, reload the page.`;
