/**
 * How training went: cost of the mini-batches, right answers after epochs, gradients by layer over time.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { formatOf, full } from '../../notation/format.js';
import { listClasses, neverPredictedSince } from '../../notation/classes.js';
import { tableIndices, axisStart, positiveOrNull, percentCorrect } from '../../charts/training.js';
import { settingsInForce } from '../../state/run.js';
import { surveyOf } from '../../state/survey.js';
import { plot } from './plot.js';
import * as words from '../../words/en/training.js';

/** @import { Norms } from '../../protocol/inspection.js' */
/** @import { Evaluated, Timeline } from '../../protocol/timeline.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */
/** @import { Chart } from './plot.js' */

/** Colours of layers, from the output back; dashes tell them apart without. */
const LAYERS = ['--gpos', '--gneg', '--pos', '--neg', '--gold', '--ink', '--muted'];
const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 5]];

/**
 * A number of an axis.
 *
 * @param {number} value
 */
const tick = (value) =>
  value !== 0 && (value < 0.001 || value >= 10_000) ? value.toExponential(0) : full(value);

/**
 * A chart with its legend and its numbers.
 *
 * @param {string} name
 * @param {string} title
 * @param {Chart} chart
 * @param {{ head: string[], rows: unknown[][] }} table
 */
const figure = (name, title, chart, { head, rows }) =>
  html`<figure class="chart-${name}">
    <figcaption>${title}</figcaption>
    <div class="plot" role="img" aria-label=${words.chart.label(title)} ${plot(chart)}></div>
    <p class="lines">
      ${chart.lines
        .filter(({ label }) => label !== '')
        .map(
          ({ label, colour, dash }) =>
            html`<span
              ><svg width="26" height="8" aria-hidden="true">
                <line
                  class="swatch ${colour.slice(2)}"
                  x1="1"
                  x2="25"
                  y1="4"
                  y2="4"
                  stroke-dasharray=${dash?.join(' ') ?? nothing}
                /></svg
              >${label}</span
            >`,
        )}
    </p>
    <details>
      <summary>${words.chart.asTable}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.chart.table(title)}>
        <table class="plain">
          <thead>
            <tr>
              ${head.map((text) => html`<th scope="col">${text}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) =>
                html`<tr>
                  ${row.map((cell) => html`<td>${cell}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  </figure>`;

/**
 * A mini-batch that can be gone to.
 *
 * @param {number} index
 * @param {Dispatch} dispatch
 */
const link = (index, dispatch) =>
  html`<button
    type="button"
    class="small"
    title=${words.chart.goTo}
    @click=${() => dispatch({ type: 'visit', index })}
  >
    ${(index + 1).toLocaleString('en')}
  </button>`;

/**
 * @param {Timeline} run
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function costs(run, state, dispatch) {
  const { short } = formatOf(state.settings);
  const { mean, low, high, running, span, window, completed } = run;
  const log = state.panels.logarithmic;
  const x = Array.from(mean, (_, at) => Math.min((at + 1) * span, completed));
  const line = (/** @type {Float64Array} */ list) => (log ? positiveOrNull(list) : list);
  const single = span === 1;
  return figure(
    'cost',
    words.costs.title,
    {
      data: [x, line(low), line(high), line(mean), line(running)],
      lines: [
        { label: '', colour: '--pos', width: 0 },
        { label: '', colour: '--pos', width: 0 },
        {
          label: single ? words.costs.each : words.costs.mean(span),
          colour: '--pos',
          width: 1,
        },
        { label: words.costs.running(Math.ceil(window / span) * span), colour: '--neg', width: 2 },
      ],
      band: { from: 1, to: 2, colour: '--pos' },
      x: words.chart.miniBatch,
      logarithmic: log,
      show: tick,
      pick: (at) => dispatch({ type: 'visit', index: at - 1 }),
    },
    {
      head: single ? words.costs.heads : words.costs.headsOfMany,
      rows: tableIndices(mean.length).map((at) => {
        const numbers = single ? [mean, running] : [mean, low, high, running];
        return [link(Number(x[at]) - 1, dispatch), ...numbers.map((list) => short(Number(list[at])))];
      }),
    },
  );
}

/**
 * @param {Evaluated[]} evaluations
 * @param {Dispatch} dispatch
 */
const answers = (evaluations, dispatch) =>
  figure(
    'accuracy',
    words.accuracy.title,
    {
      data: [evaluations.map(({ epoch }) => epoch + 1), percentCorrect(evaluations)],
      lines: [{ label: words.accuracy.percent, colour: '--gneg', width: 2 }],
      x: words.chart.epoch,
      range: [axisStart(percentCorrect(evaluations)), 100],
      show: tick,
      pick: (at) => {
        const near = evaluations.find(({ epoch }) => epoch + 1 === at);
        if (near) dispatch({ type: 'visit', index: near.index });
      },
    },
    {
      head: words.accuracy.heads,
      rows: tableIndices(evaluations.length).flatMap((at) => {
        const one = evaluations[at];
        return one
          ? [
              [
                words.accuracy.epoch(one.epoch + 1),
                `${one.correct.toLocaleString('en')} / ${one.total.toLocaleString('en')}`,
                link(one.index, dispatch),
              ],
            ]
          : [];
      }),
    },
  );

/**
 * @param {(Norms & { index: number })[]} norms
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function gradients(norms, state, dispatch) {
  const { short } = formatOf(state.settings);
  const layers = norms.reduce((most, { nablaW }) => Math.max(most, nablaW.length), 0);
  const all = Array.from({ length: layers }, (_, l) => l).reverse();
  const list = (/** @type {number} */ l) => norms.map(({ nablaW }) => nablaW[l] ?? null);
  return figure(
    'norms',
    words.norms.title,
    {
      data: /** @type {Chart['data']} */ ([
        norms.map(({ index }) => index + 1),
        ...all.map((l) => (state.panels.logarithmic ? positiveOrNull(list(l)) : list(l))),
      ]),
      lines: all.map((l, at) => ({
        label: words.norms.layer(l + 2),
        colour: LAYERS[at % LAYERS.length] ?? '--ink',
        dash: DASHES[at % DASHES.length],
      })),
      x: words.chart.miniBatch,
      logarithmic: state.panels.logarithmic,
      show: tick,
      pick: (at) => dispatch({ type: 'visit', index: at - 1 }),
    },
    {
      head: [words.chart.miniBatch, ...all.map((l) => words.norms.layer(l + 2))],
      rows: tableIndices(norms.length).flatMap((at) => {
        const one = norms[at];
        return one
          ? [
              [
                link(one.index, dispatch),
                ...all.map((l) => (one.nablaW[l] === undefined ? '' : short(one.nablaW[l]))),
              ],
            ]
          : [];
      }),
    },
  );
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function training(state, dispatch) {
  const { timeline: run } = settingsInForce(state);
  if (!run || run.completed === 0) return html`<p class="muted">${words.none}</p>`;
  const { norms } = surveyOf(state);
  const tooBig = norms ? words.norms.tooBig : '';
  const noNorms = state.run.current ? words.norms.whenAtRest : tooBig;
  const stuck = neverPredictedSince(run.evaluations);
  return html`<label class="check">
      <input
        type="checkbox"
        id="logarithmic"
        .checked=${state.panels.logarithmic}
        @change=${() => dispatch({ type: 'logarithmic', on: !state.panels.logarithmic })}
      />
      ${words.logarithmic}
    </label>
    ${
      stuck
        ? html`<p class="stuck">
            ${words.stuck({
              epoch: stuck.since + 1,
              classes: listClasses(stuck.classes, state.view?.data),
            })}
          </p>`
        : nothing
    }
    ${costs(run, state, dispatch)}
    ${
      run.evaluations.length > 0
        ? answers(run.evaluations, dispatch)
        : html`<p class="muted">${words.accuracy.none}</p>`
    }
    ${norms && norms.length > 0 ? gradients(norms, state, dispatch) : html`<p class="muted">${noNorms}</p>`}`;
}
