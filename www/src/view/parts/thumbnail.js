/**
 * The input of a sample as a small picture, where it is one.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { PIXEL, paint } from './paint.js';
import { numbersAsPicture } from '../../words/en/lists.js';

/** So many numbers, at least, make a picture. */
const LEAST = 16;

/**
 * A square of numbers as a picture; nothing where they are none.
 *
 * @param {Float64Array} x
 */
export function thumbnail(x) {
  if (x.length < LEAST || !Number.isInteger(Math.sqrt(x.length))) return undefined;
  return html`<canvas
    class="thumbnail"
    role="img"
    aria-label=${numbersAsPicture(x.length)}
    ${ref((canvas) => canvas && paint(/** @type {HTMLCanvasElement} */ (canvas), { values: x }, PIXEL))}
  ></canvas>`;
}
