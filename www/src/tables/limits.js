/**
 * How much data there can be. The core checks its own limits again; here they are known before a file is read whole.
 *
 * @module
 */

/** The most rows without the names, and the most images: the core's most samples (`MAX_SAMPLES`). */
export const MAX_ROWS = 100_000;

/** The most columns, pixels and classes: the core's most neurons of a layer (`MAX_NEURONS`). */
export const MAX_COLUMNS = 1024;

/** The most cells, and the most numbers made of them, so that a table takes no more memory than a page can have. */
export const MAX_CELLS = 20_000_000;
