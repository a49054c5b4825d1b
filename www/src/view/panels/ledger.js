/**
 * The ledger of one weight or bias: the gradient of each sample, their sum, the mean, the step, and the new
 * value. Choosing a number leads to the step that computed it.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { closing, sumOf } from '../../notation/closing.js';
import { divisor } from '../../notation/conventions.js';
import { formatOf, full, givenNumber, parseNumber } from '../../notation/format.js';
import { parameterValue } from '../../notation/parameter-value.js';
import { ledger as words } from '../../words/en/inspect.js';

/** @import { Position, StepKind } from '../../protocol/position.js' */
/** @import { State } from '../../protocol/state.js' */
/** @import { Equation } from '../../notation/closing.js' */
/** @import { Style } from '../../notation/format.js' */
/** @import { Parameter } from '../../notation/selection.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** Half the width in px of the bars. */
const HALF = 26;
/** So many samples are listed. */
const MOST_ROWS = 24;

/**
 * The numbers of a row that is being computed: known ones only.
 *
 * @param {State} now
 * @param {Parameter} parameter
 */
function current(now, parameter) {
  const [l, j] = [parameter.layer - 1, parameter.kind === 'weight' ? parameter.to : parameter.neuron];
  return {
    a: parameter.kind === 'weight' ? now.a[l - 1]?.[parameter.from] : undefined,
    delta: now.delta[l]?.[j],
    nabla: parameterValue(now, { w: now.nablaW, b: now.nablaB }, parameter),
    sum: undefined,
  };
}

/**
 * A bar for a number, to the left or right of the middle.
 *
 * @param {number | undefined} value
 * @param {number} most
 */
function bar(value, most) {
  const width = value === undefined || most === 0 ? 0 : (Math.abs(value) / most) * HALF;
  const negative = value !== undefined && value < 0;
  return svg`<line class="axis" x1=${HALF} x2=${HALF} y1="0" y2="12" />
    <rect class=${negative ? 'negative' : 'positive'}
      x=${negative ? HALF - width : HALF} y="2" width=${width} height="8" />`;
}

/**
 * Returns the mean, the step and the new value as texts that close: the mean has the digits that the step
 * needs of it. A ≈ stands where a number is not what those shown above it give.
 *
 * @param {{ sum: number, divisor: number, mean: number, eta: number, step: number, old: number | undefined,
 *   value: number }} numbers
 * @param {Style} settings
 */
function closingTexts({ sum, divisor, mean, eta, step, old, value }, settings) {
  /** @type {Equation[]} */
  const equations = [
    {
      given: [eta, mean],
      precisions: ['chosen', 'finer'],
      result: step,
      calculate: ([eta = 0, mean = 0]) => -eta * mean,
    },
  ];
  if (old !== undefined) equations.push({ given: [old, step], result: value, calculate: sumOf });
  const { style, finer, closes } = closing(equations, settings);
  const [{ short }, { short: long }] = [formatOf(style), formatOf(finer)];
  const shown = Number(parseNumber(formatOf(settings).short(sum)));
  const about = closes ? '' : '≈ ';
  return {
    mean: (long(shown / divisor) === long(mean) ? '' : '≈ ') + long(mean),
    step: about + (step > 0 ? '+' : '') + short(step),
    old: old === undefined ? undefined : short(old),
    value: about + short(value),
  };
}

/**
 * @param {Parameter} parameter
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function table(parameter, state, dispatch) {
  const { view } = state;
  const { inspection } = state.answers;
  if (!view) return nothing;
  const { before, after: now } = view;
  const { short } = formatOf(state.settings);
  const entries = inspection?.ledger;
  const { sampleSteps, tailSteps, position, m } = now;
  /**
   * @param {StepKind} kind
   * @param {number} [layer]
   */
  const within = (kind, layer) =>
    sampleSteps.findIndex((step) => step.kind === kind && (layer === undefined || step.layer === layer));
  /**
   * @param {number | undefined} value
   * @param {string} name
   * @param {Position} where
   * @param {string} title
   * @param {string} [text]  the number as it is written
   */
  const cell = (value, name, where, title, text) =>
    value === undefined
      ? html`<td></td>`
      : html`<td data-ledger=${name} data-value=${full(value)}>
          <button
            type="button"
            class="leads"
            title=${title}
            @click=${() => dispatch({ type: 'show', position: where })}
          >
            ${text ?? short(value)}
          </button>
        </td>`;
  const most = entries ? entries.nabla.reduce((top, value) => Math.max(top, Math.abs(value)), 0) : 0;
  const partial = parameter.kind === 'weight' ? '∂C/∂w' : '∂C/∂b';
  const rows = now.rows.slice(0, MOST_ROWS).map((_, row) => {
    const done = entries && row < entries.nabla.length;
    const numbers = done
      ? { a: entries.a?.[row], delta: entries.delta[row], nabla: entries.nabla[row], sum: entries.sum[row] }
      : row === now.row && row >= now.summed
        ? current(now, parameter)
        : undefined;
    /** @param {number} step */
    const at = (step) => ({ ...position, sample: row, step });
    const { layer } = parameter;
    const source = layer === 2 ? within('load') : within('a', layer - 1);
    return html`<tr class=${row === now.row ? 'here' : ''}>
      <th scope="row">${row + 1}</th>
      ${parameter.kind === 'weight' ? cell(numbers?.a, `a ${row}`, at(source), words.goTo('a')) : nothing}
      ${cell(numbers?.delta, `delta ${row}`, at(within('delta', layer)), words.goTo('δ'))}
      ${cell(numbers?.nabla, `nabla ${row}`, at(within('nabla', layer)), words.goTo(partial))}
      <td><svg width=${2 * HALF} height="12" aria-hidden="true">${bar(numbers?.nabla, most)}</svg></td>
      ${cell(numbers?.sum, `sum ${row}`, at(within('sum')), words.goToSum)}
    </tr>`;
  });
  /** @param {StepKind} kind */
  const tail = (kind) => ({
    ...position,
    sample: m,
    step: tailSteps.findIndex((step) => step.kind === kind),
  });
  const mean = parameterValue(now, { w: now.meanNablaW, b: now.meanNablaB }, parameter);
  const step = parameterValue(now, { w: now.stepW, b: now.stepB }, parameter);
  const factor =
    now.stepEta === undefined ? words.scale : words.scaleBy(givenNumber(-now.stepEta, state.settings));
  const updated = now.step.kind === 'update' && before.step.kind === 'scale';
  const old = updated
    ? parameterValue(before, { w: before.weights, b: before.biases }, parameter)
    : undefined;
  const value = parameterValue(now, { w: now.weights, b: now.biases }, parameter);
  /**
   * @param {string} what
   * @param {number | undefined} number
   * @param {string} name
   * @param {StepKind} kind
   * @param {string} text
   */
  const end = (what, number, name, kind, text) =>
    html`<tr>
      <th scope="row" colspan=${parameter.kind === 'weight' ? 5 : 4}>${what}</th>
      ${cell(number, name, tail(kind), kind === 'update' ? words.goToUpdate : words.goTo(what), text)}
    </tr>`;
  const stays = parameter.kind === 'bias' && !now.conventions.trainBiases;
  const sum = parameterValue(now, { w: now.sumNablaW, b: now.sumNablaB }, parameter);
  const written = closingTexts(
    {
      sum: Number(sum),
      divisor: divisor(now),
      mean: Number(mean),
      eta: Number(now.stepEta ?? now.eta),
      step: Number(step),
      old,
      value: Number(value),
    },
    state.settings,
  );
  const difference = written.old === undefined ? words.update : words.updateOf(written.old);
  const last = stays ? words.stays : difference;
  return html`<table class="ledger">
      <thead>
        <tr>
          <td></td>
          ${parameter.kind === 'weight' ? html`<th scope="col">a</th>` : nothing}
          <th scope="col">δ</th>
          <th scope="col">${partial}</th>
          <td></td>
          <th scope="col">Σ</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
      <tfoot>
        ${end(
          now.conventions.averageGradients ? words.mean(m) : words.notDivided,
          mean,
          'mean',
          'mean',
          written.mean,
        )}
        ${end(factor, step, 'step', 'scale', written.step)}
        ${end(last, updated ? value : undefined, 'new', 'update', written.value)}
      </tfoot>
    </table>
    ${m > MOST_ROWS ? html`<p class="muted">${words.more(m - MOST_ROWS)}</p>` : nothing}`;
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function ledger(state, dispatch) {
  const { selection } = state.focus;
  const chosen = selection?.kind === 'weight' || selection?.kind === 'bias' ? selection : undefined;
  return chosen ? table(chosen, state, dispatch) : html`<p class="muted">${words.none}</p>`;
}
