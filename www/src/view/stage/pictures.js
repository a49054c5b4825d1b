/**
 * Big layers as pictures: the weights into a neuron, their gradient, and the input itself, a square of pixels each.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';

/** @import { Box, Layout } from '../../scene/layout.js' */
/** @import { PageState } from '../../state/state.js' */

/** @typedef {{ positive: string, negative: string }} Palette  names of CSS variables */

/** @type {Palette} */
const VALUES = { positive: '--pos', negative: '--neg' };
/** @type {Palette} */
const GRADIENTS = { positive: '--gpos', negative: '--gneg' };

/** What a canvas shows, so that nothing is painted twice. @type {WeakMap<Element, { values: Float64Array, start: number, colours: string }>} */
const painted = new WeakMap();

/** @param {string} colour  `#rrggbb` */
const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.trim().slice(at, at + 2), 16));

/**
 * Paints `count` numbers: the greatest size has the full colour of its sign, 0 none.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Float64Array} values
 * @param {number} start
 * @param {number} count
 * @param {Palette} palette
 */
function paint(canvas, values, start, count, palette) {
  const style = getComputedStyle(canvas);
  const [positive, negative] = [
    style.getPropertyValue(palette.positive),
    style.getPropertyValue(palette.negative),
  ];
  const colours = positive + negative;
  const last = painted.get(canvas);
  if (last?.values === values && last.start === start && last.colours === colours) return;
  painted.set(canvas, { values, start, colours });
  const side = Math.ceil(Math.sqrt(count));
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) return;
  const own = values.subarray(start, start + count);
  const top = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const [up, down] = [channels(positive), channels(negative)];
  const image = context.createImageData(side, side);
  own.forEach((value, at) => {
    image.data.set(value < 0 ? down : up, 4 * at);
    image.data[4 * at + 3] = top === 0 ? 0 : Math.round((255 * Math.abs(value)) / top);
  });
  context.putImageData(image, 0, 0);
}

/**
 * @param {Box} box
 * @param {string} label
 * @param {{ values: Float64Array, start: number, count: number }} what
 * @param {Palette} palette
 */
const picture = ({ x, y, width, height }, label, { values, start, count }, palette) =>
  svg`<foreignObject x=${x} y=${y} width=${width} height=${height}>
    ${html`<canvas
      class="picture"
      role="img"
      aria-label=${label}
      ${ref((canvas) => canvas && paint(/** @type {HTMLCanvasElement} */ (canvas), values, start, count, palette))}
    ></canvas>`}
  </foreignObject>`;

/** @param {Layout} shape @param {PageState} state */
export function pictures(shape, state) {
  const now = state.view?.after;
  if (!now) return nothing;
  const all = shape.pictures.map(({ layer, neuron, weights, gradient }) => {
    const count = now.sizes[layer - 2] ?? 0;
    const start = neuron * count;
    const w = now.weights[layer - 1];
    const nabla = now.nablaW[layer - 1] ?? now.meanNablaW[layer - 1] ?? now.sumNablaW[layer - 1];
    const into = `into neuron ${neuron + 1} of layer ${layer}, as a picture`;
    return [
      w ? picture(weights, `Weights ${into}`, { values: w, start, count }, VALUES) : nothing,
      nabla ? picture(gradient, `Gradient ${into}`, { values: nabla, start, count }, GRADIENTS) : nothing,
    ];
  });
  const { input } = shape;
  const x =
    now.x && input
      ? picture(input, 'Input, as a picture', { values: now.x, start: 0, count: now.x.length }, VALUES)
      : nothing;
  return svg`<g>${all}${x}</g>`;
}
