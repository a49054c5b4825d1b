/**
 * How far a run goes: the choice of a goal, its number, and whether the run goes on in the background.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { goalError, goalInForce } from '../../state/run.js';
import { numberField } from './field.js';
import { background, backgroundHint, goals as words } from '../../words/en/transport.js';

/** @import { Goal } from '../../protocol/run.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** The kinds of goals, each with a number to begin with. @type {[Goal['kind'], number][]} */
const GOALS = [
  ['miniBatches', 100],
  ['epochs', 30],
  ['accuracy', 95],
  ['cost', 0.01],
  ['stop', 0],
];

/**
 * Draws the choice of a goal and the field of its number.
 *
 * @param {PageState} state
 * @param {string} label
 * @param {Dispatch} dispatch
 */
export function goalFields(state, label, dispatch) {
  const goal = goalInForce(state);
  const evaluates = state.view?.after.evaluates;
  const [, numberLabel = ''] = words[goal.kind];
  const field = numberField({
    id: 'goal',
    label: numberLabel,
    labelHidden: true,
    integer: goal.kind === 'miniBatches' || goal.kind === 'epochs',
    value: goal.value,
    refusal: state.feedback.refusals['goal'],
    commit: (value) => {
      dispatch({ type: 'clearRefusal', field: 'goal' });
      dispatch({ type: 'nextGoal', goal: { ...goal, value } });
      const sentence = goalError({ ...goal, value }, evaluates ?? false);
      if (sentence !== undefined) dispatch({ type: 'refused', field: 'goal', sentence });
    },
    dispatch,
  });
  return html`<label class="field">
      <span>${label}</span>
      <select
        id="goal-kind"
        @change=${(/** @type {Event} */ event) => {
          const { value: name } = /** @type {HTMLSelectElement} */ (event.target);
          const [kind = 'stop', value = 0] = GOALS.find(([one]) => one === name) ?? [];
          dispatch({ type: 'clearRefusal', field: 'goal' });
          dispatch({ type: 'nextGoal', goal: { kind, value } });
        }}
      >
        ${GOALS.filter(([kind]) => kind !== 'accuracy' || evaluates).map(
          ([kind]) => html`<option value=${kind} .selected=${kind === goal.kind}>${words[kind][0]}</option>`,
        )}
      </select>
    </label>
    ${goal.kind === 'stop' ? nothing : field}`;
}

/**
 * Draws the box that lets a run go on while the page is hidden.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export const backgroundBox = ({ settings }, dispatch) =>
  html`<label class="check" title=${backgroundHint}>
    <input
      type="checkbox"
      .checked=${live(settings.background)}
      @change=${() => dispatch({ type: 'settings', settings: { background: !settings.background } })}
    />
    ${background}
  </label>`;
