/**
 * Runs: a menu that says how far, a button that starts it, and how it stands.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { full } from '../../notation/format.js';
import { goalInForce } from '../../state/run.js';
import { numberField } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { report } from '../chrome/run.js';

/** @import { Goal } from '../../protocol/run.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/**
 * How far a run can go: as an amount or a condition, its unit, and a number to begin with.
 * @type {[Goal['kind'], string, string, number][]}
 */
const GOALS = [
  ['miniBatches', 'mini-batches', 'Mini-batches', 100],
  ['epochs', 'epochs', 'Epochs', 30],
  ['accuracy', 'until % correct', 'Percent correct', 95],
  ['cost', 'until mean cost', 'Mean cost', 0.01],
  ['stop', 'until stopped', '', 0],
];

/** Returns what the button of a run says. @param {Goal} goal */
function wordsOf({ kind, value }) {
  if (kind === 'stop') return 'Run until stopped';
  if (kind === 'accuracy') return `Run until ${full(value)} % correct`;
  if (kind === 'cost') return `Run until mean cost ${full(value)}`;
  return `Run ${full(value)} ${kind === 'epochs' ? 'epochs' : 'mini-batches'}`;
}

/** Draws how a run stands. @param {PageState} state */
export const runStatus = (state) =>
  html`<span class="status" role="status">${state.run.current ? report(state) : nothing}</span>`;

/**
 * Draws the menu.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function runMenu(state, dispatch) {
  const { view, settings } = state;
  const run = state.run.current;
  const goal = goalInForce(state);
  const [, , label = ''] = GOALS.find(([kind]) => kind === goal.kind) ?? [];
  const short = goal.kind === 'miniBatches' ? `Run ${full(goal.value)}` : 'Run';
  return html`<button
      type="button"
      class="text run"
      popovertarget="run-menu"
      ?disabled=${!view || run !== undefined}
    >
      ${icon('run')}${short}${icon('down')}
    </button>
    <div id="run-menu" popover class="menu">
      <label class="field">
        <span>How far</span>
        <select
          id="goal-kind"
          @change=${(/** @type {Event} */ event) => {
            const { value: name } = /** @type {HTMLSelectElement} */ (event.target);
            const [kind = 'stop', , , value = 0] = GOALS.find(([one]) => one === name) ?? [];
            dispatch({ type: 'clearRefusal', field: 'goal' });
            dispatch({ type: 'nextGoal', goal: { kind, value } });
          }}
        >
          ${GOALS.filter(([kind]) => kind !== 'accuracy' || view?.after.evaluates).map(
            ([kind, text]) => html`<option value=${kind} .selected=${kind === goal.kind}>${text}</option>`,
          )}
        </select>
      </label>
      ${
        goal.kind === 'stop'
          ? nothing
          : numberField({
              id: 'goal',
              label,
              labelHidden: true,
              value: goal.value,
              refusal: state.feedback.refusals['goal'],
              commit: (value) => {
                dispatch({ type: 'clearRefusal', field: 'goal' });
                dispatch({ type: 'nextGoal', goal: { ...goal, value } });
              },
              dispatch,
            })
      }
      <button
        type="button"
        class="start"
        @click=${(/** @type {Event} */ event) => {
          const menu = /** @type {HTMLElement} */ (event.currentTarget).closest('[popover]');
          if (menu instanceof HTMLElement) menu.hidePopover();
          dispatch({ type: 'run', goal });
        }}
      >
        ${wordsOf(goal)}
      </button>
      <label class="check" title="Otherwise it waits until the page is seen again">
        <input
          type="checkbox"
          .checked=${live(settings.background)}
          @change=${() => dispatch({ type: 'settings', settings: { background: !settings.background } })}
        />
        keep running in background
      </label>
    </div>`;
}
