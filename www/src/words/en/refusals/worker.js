/**
 * Why a request was not carried out, where neither the core nor a table is to blame.
 *
 * @module
 */
import { integer } from '../integer.js';

export { partNotFetched } from '../not-fetched.js';
export const tablesNotFetched = () => 'What reads tables could not be fetched: is there a connection?';
export const loaderNotFetched = () => 'What loads data could not be fetched: is there a connection?';
export const dataNotFetched = () => 'The data could not be fetched: is there a connection?';
export const imagesNotLoaded = () =>
  'The images could not be loaded: the connection broke off or a file is damaged.';
export const notRestored = () => 'The session is not back yet. Try again when there is a connection.';

export const readingStopped = () => 'Reading was stopped; nothing was changed.';
export const loadingStopped = () => 'Loading was stopped; nothing was changed.';
export const openingStopped = () => 'Opening was stopped; nothing was changed.';

export const tableTooBig = () => 'This table could not be read: it may be too big.';
export const readerStopped = () =>
  'This table could not be read: the browser stopped it, which may be for its size.';

/** @param {{ n: number }} given */
export const sampleLength = ({ n }) => `A sample has ${integer(n)} numbers here.`;
/** @param {{ most: number }} given */
export const samplesFixed = ({ most }) =>
  `Samples can be added and removed where the data has no more than ${integer(most)} numbers.`;

/** The page asks before it does so much. */
export const muchWork = () => 'This takes much work.';
