/**
 * Names of the data on the stage: classes at outputs, columns at inputs. Of many outputs, the name of its
 * class stands in each neuron, and its number in the list beside it.
 *
 * @module
 */
import { nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { classNameOf, classOf } from '../../notation/classes.js';
import { pictures as words } from '../../words/en/pictures.js';
import { numberMark } from './number.js';

/** @import { Neuron } from '../../scene/picture.js' */
/** @import { Gauge, Layout } from '../../scene/layout.js' */
/** @import { PageState } from '../../state/state.js' */

/** Letters of a name that a small neuron has room for. */
const MOST_LETTERS = 2;

/**
 * Draws what an output of many has, or returns nothing where its number stands inside.
 *
 * @param {Neuron} neuron
 * @param {Layout} layout
 * @param {PageState} state
 */
export function outputMark(
  { at: { layer, neuron, x, y }, main },
  { columns, gauges, form },
  { view, settings },
) {
  const gauge = gauges.find((one) => one.neuron === neuron);
  if (!view || layer !== columns.length || !gauge?.lying || form !== 'desk') return undefined;
  const { data, after } = view;
  const name = data.evaluates ? classNameOf(data, neuron) : String(neuron + 1);
  const short = name.length <= MOST_LETTERS ? name : String(neuron + 1);
  const left = gauge.x + gauge.wide + 16;
  const isAnswer = data.evaluates && main?.quantity === 'a' && answerOf(after.a[layer - 1]) === neuron;
  const isTarget = data.evaluates && after.y !== undefined && classOf(after.y) === neuron;
  const role = [isAnswer ? words.answer : '', isTarget ? words.target : ''].filter(Boolean).join(', ');
  return svg`<text class="class-name" x=${x} y=${y + 4.5}>${short}</text>
    ${
      main
        ? numberMark(main, {
            ...{ x: left, y: y + 4.5, of: { layer, neuron }, style: settings },
            kind: `listed ${role ? 'strong' : ''}`,
          })
        : nothing
    }
    ${role ? svg`<text class="tick start" x=${left + (main ? 44 : 0)} y=${y + 4}>${role}</text>` : nothing}`;
}

/** @param {Float64Array | undefined} a */
const answerOf = (a) => (a ? classOf(a) : undefined);

/**
 * Draws the name of the class that a scale is of, where several stand.
 *
 * @param {Gauge} gauge
 * @param {Layout} layout
 * @param {PageState} state
 */
export function gaugeName({ neuron, x, top }, { form }, { view }) {
  const names = view?.data.classes;
  if (!names || form !== 'desk') return nothing;
  return svg`<text class="tick end name-of" x=${x - 12} y=${top - 7}>${names[neuron]}</text>`;
}

/** Letters of a word of a column's name that there is room for beside an input, and lines. */
const MOST_IN_LINE = 8;
const MOST_LINES = 2;
/** Px from the rim to the name, past the ring of what is written; and from one line to the next. */
const FROM_RIM = 12;
const LINE = 13;

/** @param {string} word */
const shortened = (word) => (word.length > MOST_IN_LINE ? `${word.slice(0, MOST_IN_LINE - 1)}…` : word);

/**
 * Draws the name of the column that an input is.
 *
 * @param {Neuron} neuron
 * @param {Layout} layout
 * @param {PageState} state
 */
export function inputName({ at: { layer, neuron, x, y, r } }, { form }, { view }) {
  const name = layer === 1 && form === 'desk' ? view?.data.inputNames?.[neuron] : undefined;
  if (!name) return nothing;
  const lines = name
    .split(/[\s_.-]+/)
    .filter(Boolean)
    .slice(0, MOST_LINES)
    .map(shortened);
  const top = y + 4 - ((lines.length - 1) * LINE) / 2;
  return svg`<g class="input-name" aria-hidden="true"><title>${name}</title>${lines.map(
    (line, at) => svg`<text class="tick end" x=${x - r - FROM_RIM} y=${top + at * LINE}>${line}</text>`,
  )}</g>`;
}
