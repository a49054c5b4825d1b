/**
 * Numbers as pictures, in the colours of values: blue above, orange below, paper between.
 *
 * @module
 */

/** @param {string} colour  `#rrggbb` */
const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.trim().slice(at, at + 2), 16));

/** What a canvas shows, so that nothing is painted twice. @type {WeakMap<HTMLCanvasElement, { values: ArrayLike<number>, colours: string }>} */
const painted = new WeakMap();

/**
 * Paints a square of numbers, each a pixel; the canvas is scaled by its style.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} values  row by row
 * @param {{ middle: number, reach: number }} scale  the number without colour, and how far from it the colour is full
 */
export function paint(canvas, values, { middle, reach }) {
  // What is not in the page yet has no colours.
  if (!canvas.isConnected) {
    queueMicrotask(() => canvas.isConnected && paint(canvas, values, { middle, reach }));
    return;
  }
  const style = getComputedStyle(canvas);
  const [up, down] = [style.getPropertyValue('--pos'), style.getPropertyValue('--neg')];
  const last = painted.get(canvas);
  const colours = up + down;
  if (last?.values === values && last.colours === colours) return;
  painted.set(canvas, { values, colours });
  const side = Math.ceil(Math.sqrt(values.length));
  if (canvas.width !== side) canvas.width = side;
  if (canvas.height !== side) canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) return;
  const [above, below] = [channels(up), channels(down)];
  const image = context.createImageData(side, side);
  for (let at = 0; at < values.length; at += 1) {
    const part = (Number(values[at]) - middle) / reach;
    image.data.set(part < 0 ? below : above, 4 * at);
    image.data[4 * at + 3] = Math.round(255 * Math.min(1, Math.abs(part)));
  }
  context.putImageData(image, 0, 0);
}

/** An activation lies between 0 and 1: half of the scale is no colour. */
export const ACTIVATION = Object.freeze({ middle: 0.5, reach: 0.5 });
/** A pixel: 0 is paper. */
export const PIXEL = Object.freeze({ middle: 0, reach: 1 });
