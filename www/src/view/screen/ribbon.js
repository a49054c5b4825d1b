/**
 * The ribbon: every step of the mini-batch as a button, in five phases; for each sample, then once per
 * mini-batch.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { nameOfStep } from '../../captions/caption.js';
import { en } from '../../words/en.js';
import { plain } from '../../words/pieces.js';
import { key } from './key.js';
import { phasesOf } from './phases.js';
import { onChosen, onKeyed, onPointed } from './release.js';
import { stepSymbol } from './symbols.js';
import * as words from '../../words/en/ribbon.js';

/** @import { State } from '../../protocol/state.js' */
/** @import { View } from '../../protocol/view.js' */
/** @import { Words } from '../../words/en.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */
/** @import { Cell, Phase } from './phases.js' */

/** More samples than these are a bar instead of dots, on a phone too. */
const MOST_DOTS = 12;
const MOST_ON_PHONE = 6;
/** More steps than these in all, and only the present phase has its steps as buttons. */
const MOST_CELLS = 18;

/** @param {Cell} cell @param {PageState} state @param {Dispatch} dispatch */
function cellOf({ step, at, state: how }, { view, settings }, dispatch) {
  const { after, ...rest } = /** @type {View} */ (view);
  const words = /** @type {Words} */ (en);
  const shown = { ...rest, after: { ...after, step, position: at } };
  const name = plain(nameOfStep(shown, { words, style: settings }));
  return html`<li>
    <button
      type="button"
      class="step ${how}"
      aria-current=${how === 'now' ? 'step' : nothing}
      title=${name}
      @click=${() => dispatch({ type: 'show', position: at })}
    >
      <span class="unseen">${name}</span
      ><span aria-hidden="true">${stepSymbol(step, after.conventions)}</span>
    </button>
  </li>`;
}

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
    aria-label=${words.folded(words.phases[name], cells.length)}
    @click=${() => cells[0] && dispatch({ type: 'show', position: cells[0].at })}
  >
    ${cells.map(({ state }) => html`<i class=${state}></i>`)}
  </button>`;

/** @param {Phase} phase @param {boolean} folded @param {PageState} state @param {Dispatch} dispatch */
function phaseOf(phase, folded, state, dispatch) {
  const { name, cells } = phase;
  const on = cells.some(({ state }) => state === 'now');
  return html`<section class="phase ${name} ${on ? 'on' : ''}" aria-label=${words.phases[name]}>
    <h2>${words.phases[name]}</h2>
    ${
      folded && !on && name !== 'cost'
        ? barOf(phase, dispatch)
        : html`<ol>
            ${cells.map((cell) => cellOf(cell, state, dispatch))}
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
      ? words.sampleDone
      : words.samplesDone(m)
    : words.sampleOf(position.sample + 1, m);
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
  if (!now) return html`<nav class="ribbon" data-part="ribbon" aria-label=${words.label}></nav>`;
  const phases = phasesOf(now);
  const folded = now.sampleSteps.length + now.tailSteps.length > MOST_CELLS;
  const { epoch, miniBatch } = now.position;
  const short = now.m < now.miniBatchSize && now.miniBatchCount === miniBatch + 1;
  const numbers = state.settings.numbers;
  return html`<nav class="ribbon" data-part="ribbon" aria-label=${words.label}>
    <div class="loop">
      <p class="bracket">
        <span class="samples">${samplesOf(now, state.ui.phone)}</span><span class="rule"></span
        ><span class="each">${short ? words.lastOne(now.m) : words.eachSample}</span>
      </p>
      <div class="phases">${phases.slice(0, 4).map((phase) => phaseOf(phase, folded, state, dispatch))}</div>
    </div>
    <div class="once">
      <p class="bracket"><span>${words.once}</span><span class="rule"></span></p>
      <div class="phases">${phases.slice(4).map((phase) => phaseOf(phase, folded, state, dispatch))}</div>
    </div>
    <div class="where">
      <p>
        ${words.where(
          { epoch: epoch + 1, miniBatch: miniBatch + 1, count: now.miniBatchCount },
          (text) => html`<b>${text}</b>`,
        )}
      </p>
      <button type="button" class="key-button" popovertarget="key-menu" title=${words.keyHint}>
        ${words.key}
      </button>
      <div id="key-menu" popover class="menu">${key()}</div>
      <label class="numbers-switch">
        ${words.numbers}
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
          <option value="step" .selected=${numbers === 'step'}>${words.thisStep}</option>
          <option value="all" .selected=${numbers === 'all'}>${words.all}</option>
          <option value="none" .selected=${numbers === 'none'}>${words.none}</option>
        </select>
      </label>
    </div>
  </nav>`;
}
