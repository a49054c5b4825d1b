/**
 * What Next will do, in a few words: the step, sample or mini-batch that comes.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';
import { laterPart } from '../registry.js';
import { stepSymbol } from './symbols.js';

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

/** What a step is called on the button. @type {Record<Step['kind'], string>} */
const WORDS = {
  load: 'load the sample',
  z: 'weighted sums',
  a: 'activations',
  cost: 'cost',
  delta: 'errors',
  nabla: 'gradients',
  sum: 'add to the sums',
  mean: 'mean gradient',
  scale: 'size of the step',
  update: 'update',
  evaluate: 'test',
  shuffle: 'shuffle',
};

/** Words of a step of a layer with a single neuron. @type {Partial<Record<Step['kind'], string>>} */
const ONE = { z: 'weighted sum', a: 'activation', delta: 'error' };

/** Draws what comes next. @param {PageState} state */
export function nextOf(state) {
  const { view } = state;
  const { pace, direction } = state.playback;
  const now = view?.after;
  if (!now) return '';
  const { position, m, miniBatchCount, sizes, conventions } = now;
  const nextMiniBatch =
    position.miniBatch + 1 < miniBatchCount
      ? `mini-batch ${position.miniBatch + 2}`
      : `epoch ${position.epoch + 2}`;
  if (pace === 'miniBatch') return position.sample === m ? nextMiniBatch : 'end of the mini-batch';
  if (pace === 'sample') {
    if (position.sample + 1 < m) return `sample ${position.sample + 2} of ${m}`;
    return position.sample < m ? 'end of the mini-batch' : nextMiniBatch;
  }
  const part = direction > 0 && laterPart()?.comingPart(state);
  if (part) return part;
  const next = stepAfter(now);
  if (!next) return `${nextMiniBatch}, sample 1`;
  const { kind, layer = 0 } = next.step;
  if (kind === 'load') return `load sample ${next.sample + 1} of ${m}`;
  if (kind === 'evaluate' || kind === 'shuffle') return WORDS[kind];
  const single = (sizes[layer - 1] ?? 2) === 1;
  return html`${(single && ONE[kind]) || WORDS[kind]} ${stepSymbol(next.step, conventions)}`;
}
