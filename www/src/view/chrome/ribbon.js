/**
 * Where in the mini-batch we are: every step of it as a button.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { labelOf, stepSymbol, stepWords } from '../../notation/names.js';

/** @import { Step } from '../../protocol/position.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function ribbon(state, dispatch) {
  const now = state.view?.after;
  if (!now) return html`<nav class="ribbon" aria-label="Steps of the mini-batch"></nav>`;
  const { position, m } = now;
  const inTail = position.sample === m;
  // At the end of the mini-batch the steps of its last sample can be gone back to.
  const sample = inTail ? m - 1 : position.sample;
  const steps = [
    ...now.sampleSteps.map((step, at) => ({ step, at: { ...position, sample, step: at } })),
    ...now.tailSteps.map((step, at) => ({ step, at: { ...position, sample: m, step: at } })),
  ];
  // Room for what only the end of an epoch has, so that nothing jumps there.
  const rare = /** @type {Step['kind'][]} */ (now.evaluates ? ['evaluate', 'shuffle'] : ['shuffle']);
  const spare = rare.filter((kind) => !now.tailSteps.some((step) => step.kind === kind));
  const here = inTail ? now.sampleSteps.length + position.step : position.step;
  return html`<nav class="ribbon" aria-label="Steps of the mini-batch">
    <ol>
      ${steps.map(({ step, at }, number) => {
        const tail = number >= now.sampleSteps.length;
        return html`<li class=${tail ? 'tail' : step.kind}>
          <button
            type="button"
            class=${number < here ? 'done' : ''}
            aria-current=${number === here ? 'step' : nothing}
            title=${stepWords(step, now.sizes.length, now.conventions)}
            @click=${() => dispatch({ type: 'show', position: at })}
          >
            ${stepSymbol(step, now.conventions)}
          </button>
        </li>`;
      })}
      ${spare.map(
        (kind) => html`<li class="spare" aria-hidden="true">${stepSymbol({ kind }, now.conventions)}</li>`,
      )}
    </ol>
    <span class="place">${labelOf(position, m)}</span>
  </nav>`;
}
