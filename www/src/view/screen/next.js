/**
 * What Next will do, in a few words: the step, sample or mini-batch that comes.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';
import { laterPart } from '../registry.js';
import { stepSymbol } from './symbols.js';
import * as words from '../../words/en/steps.js';

/** @import { Step } from '../../protocol/position.js' */
/** @import { State } from '../../protocol/state.js' */
/** @import { PageState } from '../../state/state.js' */

/**
 * Returns the step after a state's, if it is in the same mini-batch.
 *
 * @param {State} now
 * @returns {{ step: Step, sample: number } | undefined}
 */
function stepAfter({ position, m, sampleSteps, tailSteps }) {
  const { sample, step } = position;
  if (sample < m) {
    const next = sampleSteps[step + 1];
    if (next) return { step: next, sample };
    const load = sampleSteps[0];
    return sample + 1 < m
      ? load && { step: load, sample: sample + 1 }
      : tailSteps[0] && { step: tailSteps[0], sample: m };
  }
  const next = tailSteps[step + 1];
  return next && { step: next, sample };
}

/** Words of a step of a layer with a single neuron. @type {Partial<Record<Step['kind'], string>>} */
const ONE = words.nextOfOne;

/** Draws what comes next. @param {PageState} state */
export function nextOf(state) {
  const { view } = state;
  const { pace, direction } = state.playback;
  const now = view?.after;
  if (!now) return '';
  const { position, m, miniBatchCount, sizes, conventions } = now;
  const last = position.miniBatch + 1 === miniBatchCount;
  const nextMiniBatch = last
    ? words.nextEpoch(position.epoch + 2)
    : words.nextMiniBatch(position.miniBatch + 2);
  if (pace === 'miniBatch') return position.sample === m ? nextMiniBatch : words.end;
  if (pace === 'sample') {
    if (position.sample + 1 < m) return words.sampleOf(position.sample + 2, m);
    return position.sample < m ? words.end : nextMiniBatch;
  }
  const part = direction > 0 && laterPart()?.comingPart(state);
  if (part) return part;
  const next = stepAfter(now);
  if (!next) return last ? words.inEpoch(position.epoch + 2) : words.inMiniBatch(position.miniBatch + 2);
  const { kind, layer = 0 } = next.step;
  if (kind === 'load') return words.loadSample(next.sample + 1, m);
  if (kind === 'evaluate' || kind === 'shuffle') return words.next[kind];
  const single = (sizes[layer - 1] ?? 2) === 1;
  return html`${(single && ONE[kind]) || words.next[kind]} ${stepSymbol(next.step, conventions)}`;
}
