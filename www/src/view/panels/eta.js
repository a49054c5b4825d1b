/**
 * What eta does: the cost of this mini-batch after its update, for every eta there could be.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { formatOf, full } from '../../notation/format.js';
import { minimum, toPixels, toValue } from '../../charts/axes.js';
import { pending } from './pending.js';
import { eta as words } from '../../words/en/mini-batch.js';

/** @import { Curve } from '../../protocol/inspection.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

const WIDTH = 360;
const HEIGHT = 130;
const [LEFT, RIGHT, TOP, BOTTOM] = [40, 352, 10, 106];

/**
 * An eta to two digits, as the slider gives it.
 *
 * @param {number} value
 */
const tidy = (value) => Number(value.toPrecision(2));

/**
 * @param {Curve} curve
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function curve({ etas, costs: all }, state, dispatch) {
  // A cost can be too large for a number.
  const costs = all.map((cost) => (Number.isFinite(cost) ? cost : undefined));
  if (costs.every((cost) => cost === undefined)) return html`<p class="muted">${words.nothing}</p>`;
  const { short } = formatOf(state.settings);
  const { eta = 0 } = state.view?.after ?? {};
  const known = costs.filter((cost) => cost !== undefined);
  const x = { from: Number(etas[0]), to: Number(etas.at(-1)), log: true };
  const y = { from: 0, to: Math.max(...known) };
  /** @param {number} value */
  const px = (value) => toPixels(value, x, LEFT, RIGHT);
  /** @param {number} value */
  const py = (value) => toPixels(value, y, BOTTOM, TOP);
  const points = costs.flatMap((cost, place) =>
    cost === undefined ? [] : [`${px(Number(etas[place])).toFixed(1)},${py(cost).toFixed(1)}`],
  );
  const best = minimum(costs);
  const [bestEta, here] = [Number(etas[best?.index ?? 0]), px(Math.max(eta, x.from))];
  /** @param {PointerEvent} event */
  const pull = (event) => {
    if (event.buttons !== 1) return;
    const target = /** @type {SVGSVGElement} */ (event.currentTarget);
    const box = target.getBoundingClientRect();
    const value = tidy(toValue(((event.clientX - box.left) / box.width) * WIDTH, x, LEFT, RIGHT));
    if (value === eta) return;
    const continues = state.pending.gesture === 'curve';
    dispatch({ type: 'edit', edit: { kind: 'eta', value }, field: 'eta', continues, gesture: 'curve' });
  };
  const worse = best && eta > bestEta ? 'beyond' : '';
  const label = words.label({ from: short(x.from), to: short(x.to), best: short(bestEta) });
  return html`<svg
      class="chart"
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      role="img"
      aria-label=${label}
      @pointerdown=${pull}
      @pointermove=${pull}
      @pointerup=${() => dispatch({ type: 'endGesture' })}
    >
      ${svg`
        <line class="axis" x1=${LEFT} x2=${RIGHT} y1=${BOTTOM} y2=${BOTTOM} />
        ${[0.001, 0.01, 0.1, 1, 10, 100].map(
          (tick) => svg`<text class="tick" x=${px(tick)} y=${BOTTOM + 14}>${full(tick)}</text>`,
        )}
        <text class="tick end" x=${LEFT - 4} y=${py(y.to) + 4}>${short(y.to)}</text>
        <text class="tick end" x=${LEFT - 4} y=${BOTTOM + 4}>0</text>
        <polyline class="curve" points=${points.join(' ')} />
        ${best ? svg`<circle class="best" cx=${px(bestEta)} cy=${py(best.value)} r="3.5" />` : nothing}
        <line class="now" x1=${here} x2=${here} y1=${TOP} y2=${BOTTOM} />
        <text class="tick name" x=${(LEFT + RIGHT) / 2} y=${HEIGHT - 2}>${words.name}</text>
      `}
    </svg>
    <p class="muted ${worse}">
      ${best ? (worse ? words.beyond : words.least)(short(best.value), short(bestEta)) : words.none}
    </p>`;
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export const eta = (state, dispatch) =>
  state.answers.inspection?.curve ? curve(state.answers.inspection.curve, state, dispatch) : pending(state);
