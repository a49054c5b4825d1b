/**
 * Big layers as pictures: the weights into a neuron, their gradient, and the input itself, a square of
 * pixels each. Where the input is an image it stands in place of its neurons, and neurons that are not drawn
 * are small pictures in a grid.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { guard } from '../../../vendor/lit-html/directives/guard.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { classNameOf, classOf } from '../../notation/classes.js';
import { formatOf } from '../../notation/format.js';
import { neuronIn } from '../../notation/selection.js';
import * as images from '../../words/en/images.js';
import { pictures as words } from '../../words/en/pictures.js';
import { GRADIENTS, GREATEST, VALUES, paint, paintGrid } from '../parts/paint.js';
import { handlersFor } from './handlers.js';

/** @import { Box } from '../../scene/turned-boxes.js' */
/** @import { Gap, Layout } from '../../scene/layout.js' */
/** @import { State } from '../../protocol/state.js' */
/** @import { Selection } from '../../notation/selection.js' */
/** @import { Palette } from '../parts/paint.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/**
 * @param {Box} box
 * @param {string} label
 * @param {{ values: Float64Array, start: number, count: number }} what
 * @param {Palette} palette
 */
const picture = ({ x, y, width, height }, label, what, palette) =>
  svg`<foreignObject x=${x} y=${y} width=${width} height=${height}>
    ${html`<canvas
      class="picture"
      role="img"
      aria-label=${label}
      title=${label}
      ${ref((canvas) => canvas && paint(/** @type {HTMLCanvasElement} */ (canvas), what, GREATEST, palette))}
    ></canvas>`}
  </foreignObject>`;

/** @param {Float64Array} values */
const wholeOf = (values) => ({ values, start: 0, count: values.length });

/**
 * Returns what is said of an image's numbers: how many there are, the least and the largest.
 *
 * @param {{ values: Float64Array, start: number, count: number }} what
 * @param {PageState} state
 */
function said({ values, start, count }, { settings }) {
  const { short } = formatOf(settings);
  const own = values.subarray(start, start + count);
  const most = own.reduce((one, other) => Math.max(one, other), -Infinity);
  const least = own.reduce((one, other) => Math.min(one, other), Infinity);
  return { count: String(count), least: short(least), most: short(most) };
}

/** @param {Box} box @param {string} classes */
const frame = ({ x, y, width, height }, classes) =>
  svg`<rect class="frame-line ${classes}" x=${x} y=${y} width=${width} height=${height} rx="2" />`;

/**
 * Draws the pictures of a layout.
 *
 * @param {Pick<Layout, 'pictures' | 'input' | 'image' | 'nodes' | 'gaps'>} layout
 * @param {Selection | undefined} focus  what the equation is about
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function pictures(layout, focus, state, dispatch) {
  const chosen = focus && 'layer' in focus && focus.layer === 2 ? neuronIn(focus, 2) : undefined;
  const { selection, hover } = state.focus;
  return svg`<g class="pictures">${guard([layout, chosen, state.view, selection, hover], () =>
    drawn(layout, chosen, state, dispatch),
  )}</g>`;
}

/**
 * @param {Parameters<typeof pictures>[0]} layout
 * @param {number | undefined} chosen
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function drawn(layout, chosen, state, dispatch) {
  const now = state.view?.after;
  if (!now) return nothing;
  const all = layout.pictures.map(({ layer, neuron, weights, gradient }) => {
    const count = now.sizes[layer - 2] ?? 0;
    const start = neuron * count;
    const w = now.weights[layer - 1];
    const nabla = now.nablaW[layer - 1] ?? now.meanNablaW[layer - 1] ?? now.sumNablaW[layer - 1];
    const classes = layout.image && neuron === chosen ? 'focus' : '';
    const into = { neuron: String(neuron + 1), layer: String(layer) };
    /** @param {Float64Array} values */
    const of = (values) => ({ values, start, count });
    return [
      w ? picture(weights, images.weights({ ...into, ...said(of(w), state) }), of(w), VALUES) : nothing,
      layout.image && w ? frame(weights, classes) : nothing,
      nabla
        ? picture(gradient, images.gradient({ ...into, ...said(of(nabla), state) }), of(nabla), GRADIENTS)
        : nothing,
      layout.image && nabla ? frame(gradient, classes) : nothing,
    ];
  });
  const { input } = layout;
  const x =
    now.x && input
      ? picture(input, images.input(said(wholeOf(now.x), state)), wholeOf(now.x), VALUES)
      : nothing;
  return svg`${layout.image ? ways(layout, chosen) : nothing}${all}${x}
    ${layout.image && input ? inputNote(input, now, state) : nothing}
    ${layout.gaps.map((gap) => (gap.grid ? gridOf(gap, now, state, dispatch) : nothing))}`;
}

/**
 * The image goes to every picture of weights, a grid to every neuron of the next layer.
 *
 * @param {Pick<Layout, 'pictures' | 'input' | 'nodes' | 'gaps'>} layout
 * @param {number | undefined} chosen
 */
function ways({ pictures, input, nodes, gaps }, chosen) {
  if (!input) return nothing;
  const [fromX, fromY] = [input.x + input.width + 7, input.y + input.height / 2];
  const rims = nodes.filter(({ layer }) => layer === 2);
  const into = pictures.map(({ neuron, weights }, at) => {
    const [x, y] = [weights.x - 4, weights.y + weights.height / 2];
    const bend = (x - fromX) * 0.55;
    const end = rims[at];
    const beyond = end ? `M${weights.x + weights.width + 5} ${y}H${end.x - end.r - 5}` : '';
    return svg`<path class="way ${neuron === chosen ? 'focus' : ''}"
      d="M${fromX} ${fromY}C${fromX + bend} ${fromY} ${x - bend} ${y} ${x} ${y}${beyond}" />`;
  });
  const hairs = gaps.flatMap(({ grid, layer }) => {
    if (!grid) return [];
    const rows = Math.ceil(grid.neurons.length / grid.across);
    const [x, y] = [grid.x + grid.across * grid.cell + 4, grid.y + (rows * grid.cell) / 2];
    return nodes
      .filter((node) => node.layer === layer + 1)
      .map((node) => svg`<path class="way hair" d="M${x} ${y}L${node.x - node.r - 4} ${node.y}" />`);
  });
  return [hairs, into];
}

/**
 * What the image is: how many pixels, and of which class.
 *
 * @param {Box} input
 * @param {State} now
 * @param {PageState} state
 */
function inputNote(input, { x, y, sizes }, { view }) {
  const isClass = view?.data.evaluates && y && y.length > 1;
  const name = isClass && view ? classNameOf(view.data, classOf(y)) : undefined;
  return svg`${x ? frame(input, 'focus') : frame(input, '')}
    <text class="tick note" x=${input.x} y=${input.y + input.height + 18}>${words.pixels(
      (sizes[0] ?? 0).toLocaleString('en'),
      x ? name : undefined,
    )}</text>`;
}

/**
 * The neurons that are not drawn: small pictures, each a button that brings it out.
 *
 * @param {Gap} gap
 * @param {State} now
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function gridOf({ layer, grid, count }, now, state, dispatch) {
  const w = now.weights[layer - 1];
  if (!grid || !w) return nothing;
  const { x, y, cell, across, neurons } = grid;
  const rows = Math.ceil(neurons.length / across);
  const inputs = now.sizes[layer - 2] ?? 0;
  return svg`<foreignObject x=${x} y=${y} width=${across * cell} height=${rows * cell}>
      ${html`<canvas
        class="picture grid"
        aria-hidden="true"
        ${ref(
          (canvas) =>
            canvas &&
            paintGrid(/** @type {HTMLCanvasElement} */ (canvas), w, inputs, neurons, across, VALUES),
        )}
      ></canvas>`}
    </foreignObject>
    ${neurons.map((neuron, at) => {
      /** @type {Selection} */
      const selection = { kind: 'neuron', layer, neuron };
      const on = handlersFor(selection, state, dispatch);
      return svg`<rect class="cell ${on.classes}" role="button" tabindex=${at === 0 ? 0 : -1}
        aria-label=${words.bring(neuron + 1)} x=${x + (at % across) * cell}
        y=${y + Math.floor(at / across) * cell}
        width=${cell} height=${cell} @click=${on.click}
        @keydown=${(/** @type {KeyboardEvent} */ event) => {
          if (!moveIn(event, across)) on.key(event);
        }} />`;
    })}
    <text class="tick note" x=${x} y=${y + rows * cell + 15}>${words.more(count)}</text>`;
}

/**
 * Moves among the cells of a grid by arrow keys with Alt, which are free of stepping and nudging.
 *
 * @param {KeyboardEvent} event
 * @param {number} across
 */
function moveIn({ key, currentTarget }, across) {
  const by = { ArrowUp: -across, ArrowDown: across }[key];
  if (by === undefined) return false;
  const own = /** @type {Element} */ (currentTarget);
  const cells = [...(own.parentElement?.querySelectorAll('.cell') ?? [])];
  const next = cells[cells.indexOf(own) + by] ?? cells[cells.indexOf(own) + Math.sign(by)];
  if (next instanceof SVGElement) next.focus({ preventScroll: true });
  return true;
}
