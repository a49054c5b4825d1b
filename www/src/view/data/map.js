/**
 * The samples of two inputs as points in the plane. A click adds a sample at that place. With the keyboard,
 * samples are added in the table beside it.
 *
 * @module
 */
import { html, svg } from '../../../vendor/lit-html/lit-html.js';
import { classOf, classNameOf } from '../../notation/classes.js';
import { samples } from '../../words/en/data.js';

/** @import { DataAt, Rows } from '../../protocol/data.js' */
/** @import { Dispatch } from '../../state/state.js' */

/** Pixels of a side, and those between its edge and the outermost samples. */
const SIDE = 260;
const MARGIN = 24;
/** So many samples are drawn. */
const MOST = 1_000;

/**
 * @param {Rows} rows
 * @param {number} outputs
 * @param {DataAt} data
 * @param {Dispatch} dispatch
 */
export function samplesMap({ xs, ys }, outputs, data, dispatch) {
  const shown = Math.min(MOST, xs.length / 2);
  const points = Array.from({ length: shown }, (_, at) => ({
    x1: Number(xs[2 * at]),
    x2: Number(xs[2 * at + 1]),
    y: ys.subarray(at * outputs, (at + 1) * outputs),
  }));
  const reach = Math.max(1e-9, ...xs.subarray(0, 2 * shown).map(Math.abs));
  const scale = (SIDE / 2 - MARGIN) / reach;
  /** @param {number} x */
  const across = (x) => SIDE / 2 + x * scale;
  /** @param {number} x */
  const up = (x) => SIDE / 2 - x * scale;
  const classes = Math.max(2, outputs);
  /** @param {number} of */
  const targetOf = (of) =>
    outputs === 1 ? [of] : Array.from({ length: outputs }, (_, at) => Number(at === of));
  /** @param {PointerEvent} event */
  const put = (event) => {
    const element = /** @type {SVGSVGElement} */ (event.currentTarget);
    const box = element.getBoundingClientRect();
    const chosen = element.closest('figure')?.querySelector('input:checked');
    const of = Number(/** @type {HTMLInputElement | null} */ (chosen)?.value ?? 0);
    const tidy = (/** @type {number} */ x) => Number(x.toPrecision(3));
    const x1 = tidy((((event.clientX - box.left) / box.width) * SIDE - SIDE / 2) / scale);
    const x2 = tidy((SIDE / 2 - ((event.clientY - box.top) / box.height) * SIDE) / scale);
    dispatch({ type: 'changeSamples', add: Float64Array.of(x1, x2, ...targetOf(of)), title: samples.title });
  };
  return html`<figure class="scatter">
    <fieldset>
      <legend>${samples.map.press}</legend>
      ${Array.from(
        { length: classes },
        (_, of) =>
          html`<label class="check"
            ><input type="radio" name="class" value=${of} ?checked=${of === 0} />
            ${classNameOf(data, of)}</label
          >`,
      )}
    </fieldset>
    <svg viewBox="0 0 ${SIDE} ${SIDE}" role="img" aria-label=${samples.map.label} @click=${put}>
      <path class="axis" d="M0 ${SIDE / 2}H${SIDE}M${SIDE / 2} 0V${SIDE}" />
      ${points.map(({ x1, x2, y }) =>
        classOf(y) === 1
          ? svg`<rect class="one" x=${across(x1) - 3} y=${up(x2) - 3} width="6" height="6" />`
          : svg`<circle class=${classOf(y) === 0 ? 'zero' : 'more'} cx=${across(x1)} cy=${up(x2)} r="3.5" />`,
      )}
    </svg>
  </figure>`;
}
