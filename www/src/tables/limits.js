/**
 * The limits of imported data, checked while a file is read. The core checks its own limits again.
 *
 * @module
 */

/** The most rows without the header, and the most images: the core's `MAX_SAMPLES`. */
export const MAX_ROWS = 100_000;

/** The most columns, pixels of an image and classes: the core's `MAX_NEURONS` of a layer. */
export const MAX_COLUMNS = 1024;

/** The most cells, and the most numbers made of them: more would not fit in the memory of a page. */
export const MAX_CELLS = 20_000_000;
