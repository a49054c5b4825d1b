/**
 * Numbers as pictures, in two colours: one above, the other below, paper between.
 *
 * @module
 */

/** Names of the CSS variables of the colours. @typedef {{ above: string, below: string }} Palette */

/** Blue and orange, as weights and activations have them. @type {Palette} */
export const VALUES = Object.freeze({ above: '--pos', below: '--neg' });
/** @type {Palette} */
export const GRADIENTS = Object.freeze({ above: '--gpos', below: '--gneg' });

/**
 * The number without colour, and how far from it the colour is full: without it, at the greatest distance
 * there is.
 * @typedef {{ middle: number, reach?: number }} Scale
 */

/** An activation lies between 0 and 1: half of the scale is no colour. @type {Scale} */
export const ACTIVATION = Object.freeze({ middle: 0.5, reach: 0.5 });
/** A pixel: 0 is paper. @type {Scale} */
export const PIXEL = Object.freeze({ middle: 0, reach: 1 });
/** @type {Scale} */
export const GREATEST = Object.freeze({ middle: 0 });

/** @param {string} colour  `#rrggbb` */
const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.trim().slice(at, at + 2), 16));

/**
 * What a canvas shows, so that nothing is painted twice.
 * @type {WeakMap<HTMLCanvasElement, { values: Float64Array, start: number, colours: string }>}
 */
const painted = new WeakMap();

/**
 * Paints a square of numbers, each a pixel; the canvas is scaled by its style.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {{ values: Float64Array, start?: number, count?: number }} what  row by row, some of a list or all
 * @param {Scale} scale
 * @param {Palette} [palette]
 */
export function paint(canvas, what, scale, palette = VALUES) {
  // What is not in the page yet has no colours.
  if (!canvas.isConnected) {
    queueMicrotask(() => canvas.isConnected && paint(canvas, what, scale, palette));
    return;
  }
  const { values, start = 0, count = values.length } = what;
  const style = getComputedStyle(canvas);
  const [up, down] = [style.getPropertyValue(palette.above), style.getPropertyValue(palette.below)];
  const colours = up + down;
  const last = painted.get(canvas);
  if (last?.values === values && last.start === start && last.colours === colours) return;
  painted.set(canvas, { values, start, colours });
  const side = Math.ceil(Math.sqrt(count));
  if (canvas.width !== side) canvas.width = side;
  if (canvas.height !== side) canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) return;
  const own = values.subarray(start, start + count);
  const { middle, reach = own.reduce((most, value) => Math.max(most, Math.abs(value - middle)), 0) } = scale;
  const [above, below] = [channels(up), channels(down)];
  const image = context.createImageData(side, side);
  own.forEach((value, at) => {
    const part = value - middle;
    image.data.set(part < 0 ? below : above, 4 * at);
    image.data[4 * at + 3] = reach === 0 ? 0 : Math.round(255 * Math.min(1, Math.abs(part) / reach));
  });
  context.putImageData(image, 0, 0);
}

/** Pixels between two small pictures, as a share of their side. */
const BETWEEN = 0.1;

/**
 * Paints small pictures side by side on one canvas, all by the same scale.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Float64Array} values  of all pictures, one after the other
 * @param {number} count  values of a picture
 * @param {readonly number[]} which  pictures that are wanted
 * @param {number} across  pictures in a row
 * @param {Palette} palette
 */
export function paintGrid(canvas, values, count, which, across, palette) {
  if (!canvas.isConnected) {
    queueMicrotask(() => canvas.isConnected && paintGrid(canvas, values, count, which, across, palette));
    return;
  }
  const style = getComputedStyle(canvas);
  const [up, down] = [style.getPropertyValue(palette.above), style.getPropertyValue(palette.below)];
  const colours = `${up}${down} ${which.join()}`;
  const last = painted.get(canvas);
  if (last?.values === values && last.colours === colours) return;
  painted.set(canvas, { values, start: 0, colours });
  const side = Math.ceil(Math.sqrt(count));
  const cell = side + Math.max(1, Math.round(side * BETWEEN));
  canvas.width = across * cell;
  canvas.height = Math.ceil(which.length / across) * cell;
  const context = canvas.getContext('2d');
  if (!context) return;
  const reach = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const [above, below] = [channels(up), channels(down)];
  which.forEach((one, at) => {
    const image = context.createImageData(side, side);
    values.subarray(one * count, (one + 1) * count).forEach((value, pixel) => {
      image.data.set(value < 0 ? below : above, 4 * pixel);
      image.data[4 * pixel + 3] = Math.round((255 * Math.abs(value)) / reach);
    });
    context.putImageData(image, (at % across) * cell, Math.floor(at / across) * cell);
  });
}
