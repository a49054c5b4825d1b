/**
 * Runs: a menu that says how far, a button that starts it, and how it stands.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { full } from '../../notation/format.js';
import { goalError, goalInForce } from '../../state/run.js';
import { backgroundBox, goalFields } from '../parts/goal.js';
import { icon } from '../parts/icon.js';
import { laterPart } from '../registry.js';
import * as words from '../../words/en/transport.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */

/** Draws how a run stands, and after it what came of it. @param {PageState} state */
export function runStatus(state) {
  const isKnown = state.run.current !== undefined || Number(state.view?.timeline.completed) > 0;
  return html`<span class="status" role="status">${isKnown ? laterPart()?.report(state) : nothing}</span>`;
}

/**
 * Draws the menu.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function runMenu(state, dispatch) {
  const { view } = state;
  const run = state.run.current;
  const goal = goalInForce(state);
  const isRefused = goalError(goal, view?.after.evaluates ?? false) !== undefined;
  const short = goal.kind === 'miniBatches' && !isRefused ? words.runShort(full(goal.value)) : words.run;
  return html`<button type="button" class="text run" popovertarget="run-menu" ?disabled=${!view}>
      ${icon('run')}${short}${icon('down')}
    </button>
    <div id="run-menu" popover class="menu">
      ${goalFields(state, words.howFar, dispatch)}
      <button
        type="button"
        class="start"
        ?disabled=${run !== undefined}
        @click=${(/** @type {Event} */ event) => {
          const menu = /** @type {HTMLElement} */ (event.currentTarget).closest('[popover]');
          // The menu stays open with the sentence that says what is wrong.
          if (menu instanceof HTMLElement && !isRefused) menu.hidePopover();
          dispatch({ type: 'run', goal });
        }}
      >
        ${words.runs[goal.kind](full(goal.value))}
      </button>
      ${backgroundBox(state, dispatch)}
    </div>`;
}
