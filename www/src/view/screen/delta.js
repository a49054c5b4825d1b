/**
 * δ below its neuron: its name, its number, and a bar from a zero tick; in detail the sum so far.
 *
 * @module
 */
import { nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { formatOf } from '../../notation/format.js';
import { HALO } from './neurons.js';
import { nameMark, numberMark } from './number.js';
import * as words from '../../words/en/stage-later.js';

/** @import { Layout } from '../../scene/layout.js' */
/** @import { Neuron } from '../../scene/picture.js' */
/** @import { PageState } from '../../state/state.js' */

/** Px of the longest bar of a δ. */
const LONGEST_BAR = 60;

/**
 * Draws δ below a neuron: its name, its number, and a bar from a zero tick.
 *
 * @param {Neuron} neuron
 * @param {number} scale  px for a δ of 1
 * @param {Layout} layout
 * @param {PageState} state
 */
export function deltaMark({ at, delta, running, written }, scale, { form }, state) {
  const { x, y, r, layer, neuron } = at;
  const bottom = y + r + (r < 20 ? 4 : HALO);
  if (running && at.delta) {
    const text = formatOf(state.settings).short(running.value);
    const { step, sizes, conventions } = /** @type {NonNullable<typeof state.view>} */ (state.view).after;
    const miss = conventions.halveCost ? words.miss : words.twiceMiss;
    const name = step.kind === 'delta' && layer === sizes.length ? miss : words.sumSoFar;
    const tone = (step.kind === 'delta' ? 'g' : '') + (running.value < 0 ? 'neg' : 'pos');
    return svg`<text class="label ${tone}" x=${x} y=${bottom + 16}
      data-quantity="running" data-value=${String(running.value)} data-layer=${layer}
        data-neuron=${neuron}>${name} ${text}</text>`;
  }
  if (!delta) return nothing;
  if (at.beside)
    return svg`<g class="delta ${delta.value < 0 ? 'gneg' : 'gpos'}" fill-opacity=${
      delta.strength === 1 ? nothing : delta.strength
    }><text class="delta-name start" x=${x + r + 9} y=${y + 5}><tspan class="v">δ</tspan></text>${numberMark(
      delta,
      { x: x + r + 22, y: y + 5, of: { layer, neuron }, style: state.settings, kind: 'label start' },
    )}</g>`;
  // A bar under a small neuron is as wide as the neuron at most, so that it crosses no neighbour.
  const reach = at.delta ? LONGEST_BAR : r;
  const length = Math.min(1, (Math.abs(delta.value) * scale) / LONGEST_BAR) * reach;
  const tone = delta.value < 0 ? 'gneg' : 'gpos';
  const strength = delta.strength === 1 ? nothing : delta.strength;
  // Where neurons are small there is room for the bar alone; the number is in the card.
  const bar = at.delta ? bottom + 23 : bottom + 2;
  return svg`<g class="delta ${tone} ${written > 0 ? 'fresh' : ''}" fill-opacity=${strength}>
    ${
      !at.delta
        ? nothing
        : svg`${
            form === 'desk'
              ? nameMark('δ', layer, String(neuron + 1), { x: x - 42, y: bottom + 16, kind: 'delta-name' })
              : svg`<text class="delta-name" x=${x - 32} y=${bottom + 15}><tspan class="v">δ</tspan></text>`
          }
        ${numberMark(delta, {
          ...{ x: x - (form === 'desk' ? 16 : 18), y: bottom + 15, of: { layer, neuron } },
          ...{ style: state.settings, kind: 'label start' },
        })}`
    }
    <rect x=${delta.value < 0 ? x - length : x} y=${bar} width=${length} height=${at.delta ? 6 : 3} />
    <line x1=${x} x2=${x} y1=${bar - 3} y2=${bar + (at.delta ? 9 : 5)} />
  </g>`;
}
