/**
 * The gradient check: nudge a weight, compute how the cost changes, and compare that with the derivative
 * from backpropagation.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { formatOf, full } from '../../notation/format.js';
import { toPixels } from '../../charts/axes.js';
import { symbol } from '../../notation/names.js';
import { canCheckAll, parameterAt } from '../../state/inspection.js';
import { pending } from './pending.js';
import { andMore } from '../../words/en/lists.js';
import { gradientCheck as words } from '../../words/en/mini-batch.js';

/** @import { GradientCheck } from '../../protocol/inspection.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

const WIDTH = 360;
const HEIGHT = 110;
const [LEFT, RIGHT, TOP, BOTTOM] = [14, 346, 10, 100];
/** Powers of ten the slider goes over. */
const [H_FROM, H_TO] = [-9, 0];

/**
 * Three costs, the secant through the outer two, and the slope of backpropagation through the middle one.
 *
 * @param {GradientCheck} gradientCheck
 * @param {number} h
 */
function drawing({ costs, slope }, h) {
  const [low = 0, middle = 0, high = 0] = costs;
  const ends = [middle - slope * h, middle + slope * h];
  const all = [low, middle, high, ...ends];
  const y = { from: Math.min(...all), to: Math.max(...all) };
  /** @param {number} cost */
  const py = (cost) => toPixels(cost, y, BOTTOM, TOP);
  const center = (LEFT + RIGHT) / 2;
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${words.drawing}>
    ${svg`
      <line class="secant" x1=${LEFT} x2=${RIGHT} y1=${py(low)} y2=${py(high)} />
      <line class="slope" x1=${LEFT} x2=${RIGHT} y1=${py(Number(ends[0]))} y2=${py(Number(ends[1]))} />
      ${[
        [LEFT, low],
        [center, middle],
        [RIGHT, high],
      ].map(([x, cost]) => svg`<circle class="best" cx=${x} cy=${py(Number(cost))} r="4" />`)}
    `}
  </svg>`;
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function gradientCheck(state, dispatch) {
  const { view, settings } = state;
  const { inspection } = state.answers;
  const { h } = state.panels;
  if (!view || !inspection) return pending(state);
  const { short, full: digits } = formatOf(settings);
  const { gradientCheck: nudged, differences } = inspection;
  const worst =
    differences &&
    // One that could not be had is never the worst.
    differences.reduce((at, value, place) => (value > (differences[at] || 0) ? place : at), 0);
  return html`<label class="field">
      <span>${words.nudge}</span>
      <input
        id="gradient-check-h"
        type="range"
        min=${H_FROM}
        max=${H_TO}
        step="0.25"
        .value=${String(Math.log10(h))}
        aria-valuetext=${short(h)}
        @input=${(/** @type {Event} */ event) => {
          const { valueAsNumber } = /** @type {HTMLInputElement} */ (event.target);
          dispatch({ type: 'gradientCheckH', h: Number((10 ** valueAsNumber).toPrecision(2)) });
        }}
      />
      <span>h = ${short(h)}</span>
    </label>
    ${
      nudged
        ? html`${nudged.noDifference === 'overflow' ? nothing : drawing(nudged, h)}
            <dl>
              ${[
                [words.secant(symbol(parameterAt(view.after, nudged.parameter))), nudged.secant, 'secant'],
                [words.slope, nudged.slope, 'slope'],
                [words.difference, nudged.difference, 'difference'],
              ].map(
                ([what, value, name]) =>
                  html`<div class=${name}>
                    <dt>${what}</dt>
                    ${
                      typeof value === 'number'
                        ? html`<dd data-gradient-check=${name} data-value=${full(value)}>
                            ${digits(value)}
                          </dd>`
                        : html`<dd class="muted">${words[nudged.noDifference ?? 'rounding']}</dd>`
                    }
                  </div>`,
              )}
            </dl>`
        : html`<p class="muted">${words.choose}</p>`
    }
    ${
      canCheckAll(state)
        ? html`<button type="button" class="small" @click=${() => dispatch({ type: 'checkAllGradients' })}>
            ${words.all}
          </button>`
        : html`<p class="muted">${words.tooMany}</p>`
    }
    ${
      differences && worst !== undefined
        ? html`<p>
              ${words.worst({
                n: differences.length,
                symbol: html`<b data-gradient-check="worst">${symbol(parameterAt(view.after, worst))}</b>`,
                difference: digits(Number(differences[worst])),
              })}
            </p>
            <ol class="differences">
              ${Array.from(differences.slice(0, MOST_LISTED), (value, at) => {
                const difference = Number.isNaN(value) ? words.tooSmall : short(value);
                return html`<li>${symbol(parameterAt(view.after, at))} <span>${difference}</span></li>`;
              })}
            </ol>
            ${
              differences.length > MOST_LISTED
                ? html`<p class="muted">${andMore(differences.length - MOST_LISTED)}</p>`
                : nothing
            }`
        : nothing
    }`;
}

/** So many parameters are listed one by one. */
const MOST_LISTED = 60;
