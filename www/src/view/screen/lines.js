/**
 * Weights and biases as lines: width and dashes are the value, a gold sleeve is the update, numbers run
 * along the line, values above it and gradients below it.
 *
 * @module
 */
import { nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { symbol } from '../../notation/names.js';
import { angleOf } from '../../scene/edge-labels.js';
import { pointAt } from '../../scene/turned-boxes.js';
import { isKept } from '../../scene/resized.js';
import { lineWidth } from '../../scene/line-width.js';
import { selectionKey } from '../../notation/selection.js';
import { handlersFor } from './handlers.js';
import { nameForReaders, numberMark, textOf } from './number.js';
import * as words from '../../words/en/stage.js';

/** @import { Bias, Edge, Layout } from '../../scene/layout.js' */
/** @import { Parameter, Picture } from '../../scene/picture.js' */
/** @import { Parameter as Own, Selection } from '../../notation/selection.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** Px between a line and the numbers on it: baseline above, baseline below. */
const ABOVE = 4.5;
const BELOW = 13.5;
/** Dash and gap for a negative weight, with what its width adds. */
const DASH = [5, 2.4];
const PER_WIDTH = [1, 0.4];
/** Px of a sleeve for the largest change of the step. */
const WIDEST_SLEEVE = 22;
const LEAST_SLEEVE = 4;
/** The same where lines are thin and many. */
const WIDEST_THIN = 6;
const LEAST_THIN = 1.5;
/** Px by which the outline of a new weight is wider than its line. */
const OUTLINE = 9;
/** Px on both sides together within which a line can be pointed at. */
const GRIP = 14;

/** @param {number} weight @param {number} width */
const dashes = (weight, width) =>
  weight < 0 ? DASH.map((px, at) => (px + (PER_WIDTH[at] ?? 0) * width).toFixed(1)).join(' ') : nothing;

/** Whether a change of sizes has just made a weight or bias. @param {Own} own @param {PageState} state */
const isFresh = (own, { ui: { resized } }) => resized !== undefined && !isKept(resized, own);

/**
 * Draws a line with its sleeve; a new one has a dashed outline.
 *
 * @param {Parameter<Edge | Bias>} line
 * @param {{ x1: number, y1: number, x2: number, y2: number }} ends
 * @param {Layout} layout
 * @param {number} most  the largest change of the step
 * @param {boolean} fresh
 */
function drawn({ weight, lit, sleeve, change }, ends, { dense }, most, fresh) {
  const width = lineWidth(weight, dense);
  const { x1, y1, x2, y2 } = ends;
  const [least, widest] = dense ? [LEAST_THIN, WIDEST_THIN] : [LEAST_SLEEVE, WIDEST_SLEEVE];
  const wide = width + least + (most > 0 ? (widest * change) / most : 0);
  return [
    fresh
      ? svg`<line class="outline" x1=${x1} y1=${y1} x2=${x2} y2=${y2} stroke-width=${width + OUTLINE} />
        <line class="gap-line" x1=${x1} y1=${y1} x2=${x2} y2=${y2} stroke-width=${width + OUTLINE - 3} />`
      : nothing,
    sleeve > 0
      ? svg`<line class="sleeve" x1=${x1} y1=${y1} x2=${x2} y2=${y2} stroke-width=${wide}
        stroke-opacity=${sleeve === 1 ? nothing : sleeve} />`
      : nothing,
    svg`<line class="line" x1=${x1} y1=${y1} x2=${x2} y2=${y2} stroke-width=${width.toFixed(2)}
      stroke-opacity=${lit === 1 ? nothing : 0.26 + 0.74 * lit} stroke-dasharray=${dashes(weight, width)} />`,
  ];
}

/** Returns the largest change of an update. @param {Picture} picture */
export const mostChange = ({ edges, biases }) =>
  [...edges, ...biases].reduce((most, { change, sleeve }) => (sleeve > 0 ? Math.max(most, change) : most), 0);

/** @param {Parameter<Edge | Bias>} line @param {PageState} state */
const said = ({ above, below }, state) =>
  [above, below].flatMap((shown) => (shown ? [textOf(shown, state.settings)] : []));

/**
 * Draws a weight's line.
 *
 * @param {Parameter<Edge>} edge
 * @param {Layout} layout
 * @param {number} most
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function edgeMark(edge, layout, most, state, dispatch) {
  const { at, weight, focus } = edge;
  /** @type {Extract<Selection, { kind: 'weight' }>} */
  const selection = { kind: 'weight', layer: at.layer, to: at.to, from: at.from };
  const on = handlersFor(selection, state, dispatch);
  return svg`<g class="edge ${weight < 0 ? 'neg' : 'pos'} ${focus ? 'focus' : ''} ${on.classes}"
    role="button" tabindex="0" data-line=${selectionKey(selection)}
    aria-label=${words.weight([symbol(selection), ...said(edge, state)])}
    aria-pressed=${on.chosen ? 'true' : 'false'}
    @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}
    @pointerdown=${on.down} @pointermove=${on.move} @pointerup=${on.up} @pointercancel=${on.up}>
    ${drawn(edge, at, layout, most, isFresh(selection, state))}
    ${grip(at, lineWidth(weight, layout.dense))}
    ${on.chosen ? corners(at) : nothing}
  </g>`;
}

/**
 * Draws where a line can be pointed at, which is its outline while it has the focus.
 *
 * @param {{ x1: number, y1: number, x2: number, y2: number }} line
 * @param {number} width
 */
function grip({ x1, y1, x2, y2 }, width) {
  const high = Math.max(GRIP, width + 8);
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  return svg`<rect class="grip" y=${-high / 2} width=${Math.hypot(x2 - x1, y2 - y1).toFixed(1)} height=${high}
    rx=${high / 2} transform="translate(${x1} ${y1}) rotate(${angle.toFixed(2)})" />`;
}

/**
 * Draws the corner marks of what is selected, on a line.
 *
 * @param {{ x1: number, y1: number, x2: number, y2: number }} line
 */
function corners(line) {
  const middle = pointAt(line, 0.5);
  const angle = (angleOf(/** @type {any} */ (line)) * 180) / Math.PI;
  return svg`<path class="chosen-marks" transform="translate(${middle.x} ${middle.y}) rotate(${angle})"
    d="M-24 -9v-7h7M24 -9v-7h-7M-24 9v7h7M24 9v7h-7" />`;
}

/**
 * Draws the numbers on a weight's line. They can be pointed at, chosen and dragged like the line.
 *
 * @param {Parameter<Edge>} edge
 * @param {Layout} layout
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function edgeNumbers({ at, share, above, below, weight }, { dense, form }, state, dispatch) {
  if (share === undefined || (!above && !below)) return nothing;
  const { x, y } = pointAt(at, share);
  const angle = (angleOf(at) * 180) / Math.PI;
  const half = lineWidth(weight, dense) / 2;
  const of = { layer: at.layer, to: at.to, from: at.from };
  const style = state.settings;
  const bare = form === 'phone';
  /** @type {Selection} */
  const selection = { kind: 'weight', layer: at.layer, to: at.to, from: at.from };
  const on = handlersFor(selection, state, dispatch);
  return svg`<g class="numbers ${on.classes}" @click=${on.click} @pointerenter=${on.enter}
    @pointerleave=${on.leave} @pointerup=${on.up} @pointercancel=${on.up} @pointermove=${on.move}
    @pointerdown=${(/** @type {PointerEvent} */ event) => {
      on.down(event);
      // The line has the focus, for the keys; it is the button.
      const { ownerSVGElement } = /** @type {SVGElement} */ (event.currentTarget);
      const line = ownerSVGElement?.querySelector(`[data-line="${selectionKey(selection)}"]`);
      if (line instanceof SVGElement) line.focus({ preventScroll: true });
      event.preventDefault();
    }}
    transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(2)})">
    ${above ? numberMark(above, { y: -half - ABOVE, of, style, kind: 'label' }) : nothing}
    ${below ? numberMark(below, { y: half + BELOW, of, style, kind: 'label', bare, above }) : nothing}
  </g>`;
}

/**
 * Draws a bias: a weight whose input is always 1.
 *
 * @param {Parameter<Bias>} bias
 * @param {Layout} layout
 * @param {number} most
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function biasMark(bias, layout, most, state, dispatch) {
  const { at, weight, above, below, focus } = bias;
  const { x, y, length, one, layer, neuron } = at;
  if (length === 0) return nothing;
  /** @type {Extract<Selection, { kind: 'bias' }>} */
  const selection = { kind: 'bias', layer, neuron };
  const on = handlersFor(selection, state, dispatch);
  const ends = { x1: x, y1: y - length, x2: x, y2: y };
  const of = { layer, neuron };
  const style = state.settings;
  // Where there is room for some numbers only, it is that of the bias of the equation.
  const writes = layout.form === 'desk' && (at.text || focus || on.chosen);
  const left = x + 14;
  const middle = y - length / 2;
  return svg`<g class="bias ${weight < 0 ? 'neg' : 'pos'} ${focus ? 'focus' : ''} ${on.classes}"
    role="button" tabindex="0" aria-pressed=${on.chosen ? 'true' : 'false'}
    @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}
    @pointerdown=${on.down} @pointermove=${on.move} @pointerup=${on.up} @pointercancel=${on.up}>
    ${nameForReaders(words.bias([symbol(selection), ...said(bias, state)]), { x, y })}
    ${drawn(bias, ends, layout, most, isFresh(selection, state))}
    ${
      one
        ? svg`<circle class="one" cx=${x} cy=${y - length - 10} r="8.5" /><text class="one-text" x=${x}
          y=${y - length - 6} aria-hidden="true">1</text>`
        : nothing
    }
    <rect class="grip" x=${x - 12} y=${y - length - (one ? 20 : 4)} width="24"
      height=${Math.max(24, length + (one ? 22 : 8))} />
    <g aria-hidden="true">${
      writes && above
        ? numberMark(above, {
            x: left,
            y: middle + (below ? -3 : 4),
            of,
            style,
            kind: 'label start',
            letter: 'b',
          })
        : nothing
    }
    ${
      writes && below
        ? numberMark(below, {
            ...{ x: left, y: above ? middle + 12 : middle - 3, of, style, kind: 'label start', above },
            ...(!above && { letter: 'b' }),
          })
        : nothing
    }</g>
  </g>`;
}
