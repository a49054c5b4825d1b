/**
 * The ribbon: every step of the mini-batch as a button, in five phases; for each sample, then once per
 * mini-batch.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { stepWords } from '../../notation/names.js';
import { key } from './key.js';
import { phasesOf } from './phases.js';
import { onChosen, onKeyed, onPointed } from './release.js';
import { stepSymbol } from './symbols.js';

/** @import { State } from '../../protocol/state.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */
/** @import { Cell, Phase } from './phases.js' */

/** Names of the phases. */
const NAMES = { forward: 'Forward', cost: 'Cost', backward: 'Backward', sum: 'Sum', update: 'Update' };
/** More samples than these are a bar instead of dots, on a phone too. */
const MOST_DOTS = 12;
const MOST_ON_PHONE = 6;
/** More steps than these in all, and only the present phase has its steps as buttons. */
const MOST_CELLS = 18;

/** @param {Cell} cell @param {State} now @param {Dispatch} dispatch */
const cellOf = ({ step, at, state }, now, dispatch) =>
  html`<li>
    <button
      type="button"
      class="step ${state}"
      aria-current=${state === 'now' ? 'step' : nothing}
      title=${stepWords(step, now.sizes.length, now.conventions)}
      @click=${() => dispatch({ type: 'show', position: at })}
    >
      <span class="unseen">${stepWords(step, now.sizes.length, now.conventions)}</span
      ><span aria-hidden="true">${stepSymbol(step, now.conventions)}</span>
    </button>
  </li>`;

/**
 * A phase of which the steps are not unfolded: one press goes to its first.
 *
 * @param {Phase} phase
 * @param {Dispatch} dispatch
 */
const barOf = ({ name, cells }, dispatch) =>
  html`<button
    type="button"
    class="bars"
    aria-label="${NAMES[name]}: ${cells.length} steps"
    @click=${() => cells[0] && dispatch({ type: 'show', position: cells[0].at })}
  >
    ${cells.map(({ state }) => html`<i class=${state}></i>`)}
  </button>`;

/** @param {Phase} phase @param {boolean} folded @param {State} now @param {Dispatch} dispatch */
function phaseOf(phase, folded, now, dispatch) {
  const { name, cells } = phase;
  const on = cells.some(({ state }) => state === 'now');
  return html`<section class="phase ${name} ${on ? 'on' : ''}" aria-label=${NAMES[name]}>
    <h2>${NAMES[name]}</h2>
    ${
      folded && !on && name !== 'cost'
        ? barOf(phase, dispatch)
        : html`<ol>
            ${cells.map((cell) => cellOf(cell, now, dispatch))}
          </ol>`
    }
    <span class="short" aria-hidden="true">${cells.map(({ state }) => html`<i class=${state}></i>`)}</span>
  </section>`;
}

/** How many samples have been gone through. @param {State} now @param {boolean} phone */
function samplesOf({ position, m }, phone) {
  const inTail = position.sample === m;
  const text = inTail
    ? m === 1
      ? 'The sample is done'
      : `All ${m} samples done`
    : `Sample ${position.sample + 1} of ${m}`;
  /** @param {number} at */
  const dot = (at) => (at < position.sample ? 'done' : at === position.sample ? 'now' : '');
  if (m > (phone ? MOST_ON_PHONE : MOST_DOTS))
    return html`${text}<progress max=${m} value=${position.sample} aria-hidden="true"></progress>`;
  return html`${text}<span class="dots" aria-hidden="true"
      >${Array.from({ length: m }, (_, at) => html`<i class=${dot(at)}></i>`)}</span
    >`;
}

/**
 * Draws the ribbon.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function ribbon(state, dispatch) {
  const now = state.view?.after;
  if (!now) return html`<nav class="ribbon" data-part="ribbon" aria-label="Steps of the mini-batch"></nav>`;
  const phases = phasesOf(now);
  const folded = now.sampleSteps.length + now.tailSteps.length > MOST_CELLS;
  const { epoch, miniBatch } = now.position;
  const short = now.m < now.miniBatchSize && now.miniBatchCount === miniBatch + 1;
  const numbers = state.settings.numbers;
  return html`<nav class="ribbon" data-part="ribbon" aria-label="Steps of the mini-batch">
    <div class="loop">
      <p class="bracket">
        <span class="samples">${samplesOf(now, state.ui.phone)}</span><span class="rule"></span
        ><span class="each"
          >${short ? `last one: ${now.m} ${now.m === 1 ? 'sample' : 'samples'}` : 'for each sample'}</span
        >
      </p>
      <div class="phases">${phases.slice(0, 4).map((phase) => phaseOf(phase, folded, now, dispatch))}</div>
    </div>
    <div class="once">
      <p class="bracket"><span>once per mini-batch</span><span class="rule"></span></p>
      <div class="phases">${phases.slice(4).map((phase) => phaseOf(phase, folded, now, dispatch))}</div>
    </div>
    <div class="where">
      <p>Epoch ${epoch + 1}, mini-batch <b>${miniBatch + 1} of ${now.miniBatchCount}</b></p>
      <button type="button" class="key-button" popovertarget="key-menu" title="What the marks mean">
        Key
      </button>
      <div id="key-menu" popover class="menu">${key()}</div>
      <label class="numbers-switch">
        Numbers:
        <select
          id="numbers"
          @pointerdown=${onPointed}
          @keydown=${onKeyed}
          @change=${(/** @type {Event} */ event) => {
            onChosen(event);
            const { value } = /** @type {HTMLSelectElement} */ (event.target);
            dispatch({
              type: 'settings',
              settings: { numbers: /** @type {'step' | 'all' | 'none'} */ (value) },
            });
          }}
        >
          <option value="step" .selected=${numbers === 'step'}>this step</option>
          <option value="all" .selected=${numbers === 'all'}>all</option>
          <option value="none" .selected=${numbers === 'none'}>none</option>
        </select>
      </label>
    </div>
  </nav>`;
}
