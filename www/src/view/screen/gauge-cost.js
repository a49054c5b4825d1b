/**
 * The cost of a sample beside its area, and the miss beside its leg.
 *
 * @module
 */
import { nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { costEquation } from '../../formula/forward-equation.js';
import { formatOf, full } from '../../notation/format.js';
import { gaugeLabels } from '../../scene/gauge-labels.js';
import { handlersFor } from './handlers.js';
import { nameForReaders } from './number.js';
import { targetWord } from '../../words/en/stage.js';
import * as words from '../../words/en/stage-later.js';

/** @import { GaugePicture, OutputGauge } from '../../scene/gauge.js' */
/** @import { GaugeLabels } from '../../scene/gauge-labels.js' */
/** @import { Layout } from '../../scene/layout.js' */
/** @import { Selection } from '../../notation/selection.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/**
 * Returns where the labels of the only output's gauge stand, once the cost is known.
 *
 * @param {OutputGauge} output
 * @param {number} cost
 * @param {number} unit
 * @param {Layout} layout
 * @param {PageState} state
 */
export function labelsOf({ at, answer = 0, target = 0 }, cost, unit, layout, state) {
  const short = formatOf(state.settings).short;
  const characters = {
    target: `${targetWord} y = ${short(target)}`.length,
    answer: `a3 ${short(answer)}`.length,
    cost: `C = ${short(cost)}`.length,
  };
  return gaugeLabels(at, { target, answer, unit }, characters, layout);
}

/**
 * Draws the answer and the miss with their numbers, in the step of the cost.
 *
 * @param {OutputGauge} output
 * @param {GaugeLabels} labels
 * @param {Layout} layout
 * @param {PageState} state
 */
export function missOf({ at, answer, miss }, labels, layout, state) {
  const after = state.view?.after;
  if (after?.step.kind !== 'cost' || miss === undefined) return nothing;
  // The digits of the equation: more where the square of the miss would not close.
  const { finer } = costEquation(after, false, state.settings.digits);
  const short = formatOf({ ...state.settings, digits: finer }).short;
  const L = layout.columns.length;
  const tone = miss < 0 ? 'gneg' : 'gpos';
  const value = after.miss?.[at.neuron];
  return svg`
    <text class="label end ${tone}" x=${labels.miss.x} y=${labels.miss.y}><tspan class="v">a</tspan><tspan
        class="index" dy="-0.5em">${L}</tspan><tspan dy="0.35em"> − </tspan><tspan class="v">y</tspan></text>
    ${
      value === undefined
        ? nothing
        : svg`<text class="label end ${tone}" x=${labels.miss.x} y=${labels.miss.y + 16}
          data-quantity="miss" data-neuron=${at.neuron} data-value=${full(value)}>${short(value)}</text>`
    }
    <text class="label start pos" x=${labels.answer.x} y=${labels.answer.y}><tspan class="v">a</tspan><tspan
        class="index" dy="-0.5em">${L}</tspan><tspan dy="0.35em"> ${short(Number(answer))}</tspan></text>`;
}

/**
 * Draws the cost.
 *
 * @param {NonNullable<GaugePicture['cost']>} cost
 * @param {GaugePicture['outputs']} outputs
 * @param {number} bottom  of the last scale
 * @param {GaugeLabels | undefined} labels  of the only output
 * @param {Layout} layout
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function costOf({ value, strength }, outputs, bottom, labels, layout, state, dispatch) {
  const first = outputs[0];
  if (!first) return nothing;
  const short = formatOf(state.settings).short;
  const isNew = state.view?.after.step.kind === 'cost';
  /** @type {Selection} */
  const selection = { kind: 'cost' };
  const on = handlersFor(selection, state, dispatch);
  const desk = layout.form === 'desk';
  const { x, y } = labels?.cost ?? { x: first.at.x, y: Math.min(layout.height - 8, bottom + 40) };
  return svg`<g class="cost ${isNew ? 'fresh' : ''} ${on.classes}" role="button" tabindex="0"
    aria-pressed=${on.chosen ? 'true' : 'false'}
    @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}>
    ${nameForReaders(words.cost(short(value)), { x, y })}
    <text class="cost-text" aria-hidden="true" x=${x} y=${y}
      fill-opacity=${strength === 1 ? nothing : strength}
      data-quantity="cost"
        data-value=${full(value)}><tspan class="v">C</tspan>${desk ? ' = ' : ' '}${short(value)}
    </text>
    ${
      isNew && labels && desk && strength > 0
        ? svg`<text class="tick" aria-hidden="true" x=${x}
          y=${y + 18}>${first.whole ? words.square : words.halfSquare}</text>`
        : nothing
    }
  </g>`;
}
