/**
 * The menu of Run: how far a run goes, in sentences with the number in them, and the button that starts it.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { full } from '../../notation/format.js';
import { goalError, goalInForce } from '../../state/run.js';
import { run as words } from '../../words/en/menus.js';
import { numberField } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { menu } from './menu.js';

/** @import { Goal } from '../../protocol/run.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** The kinds of goals, each with a number to begin with. @type {Record<Goal['kind'], number>} */
const DEFAULTS = { miniBatches: 100, epochs: 30, accuracy: 95, cost: 0.01, stop: 0 };
/** Goals that are an amount; the others are conditions. @type {Goal['kind'][]} */
const AMOUNTS = ['miniBatches', 'epochs'];
/** @type {Goal['kind'][]} */
const CONDITIONS = ['accuracy', 'cost', 'stop'];

/**
 * Draws the menu.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function runMenu(state, dispatch) {
  const goal = goalInForce(state);
  const evaluates = state.view?.after.evaluates ?? false;
  /** @param {Goal['kind']} kind */
  const one = (kind) => goalLine(kind, goal, state, dispatch);
  return menu(
    'run',
    words.title,
    html`<fieldset class="goals">
        <legend>${words.amount}</legend>
        ${AMOUNTS.map(one)}
      </fieldset>
      <fieldset class="goals">
        <legend>${words.condition}</legend>
        ${CONDITIONS.filter((kind) => kind !== 'accuracy' || evaluates).map(one)}
      </fieldset>
      <label class="check" title=${words.backgroundHint}>
        <input
          type="checkbox"
          .checked=${live(state.settings.background)}
          @change=${() =>
            dispatch({ type: 'settings', settings: { background: !state.settings.background } })}
        />
        ${words.background}
      </label>
      <button
        type="button"
        class="start"
        autofocus
        ?disabled=${state.run.current !== undefined}
        @click=${() => start(goal, evaluates, dispatch)}
      >
        ${icon('run')}${words.until(full(goal.value), goal)}
      </button>`,
    dispatch,
  );
}

/**
 * Starts the run. The menu stays open with the sentence that says what is wrong.
 *
 * @param {Goal} goal
 * @param {boolean} evaluates
 * @param {Dispatch} dispatch
 */
function start(goal, evaluates, dispatch) {
  const sentence = goalError(goal, evaluates);
  if (sentence === undefined) {
    dispatch({ type: 'dialog', dialog: undefined });
    dispatch({ type: 'run', goal });
  } else dispatch({ type: 'refused', field: `goal-${goal.kind}`, sentence });
}

/**
 * @param {Goal['kind']} kind
 * @param {Goal} goal
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function goalLine(kind, goal, state, dispatch) {
  const tests = state.view?.data.test ?? 0;
  const [before = '', after = '', label = ''] =
    words.goals[kind === 'accuracy' && tests === 0 ? 'accuracyOfAll' : kind];
  const id = `goal-${kind}`;
  const chosen = kind === goal.kind;
  const value = chosen ? goal.value : DEFAULTS[kind];
  /** @param {number} next */
  const choose = (next) => {
    for (const other of Object.keys(DEFAULTS)) dispatch({ type: 'clearRefusal', field: `goal-${other}` });
    dispatch({ type: 'nextGoal', goal: { kind, value: next } });
  };
  const field = numberField({
    id,
    label,
    labelHidden: true,
    value,
    refusal: state.feedback.refusals[id],
    commit: (next) => {
      choose(next);
      const sentence = goalError({ kind, value: next }, state.view?.after.evaluates ?? false);
      if (sentence !== undefined) dispatch({ type: 'refused', field: id, sentence });
    },
    dispatch,
  });
  return html`<div class="goal ${chosen ? 'on' : ''}">
    <label
      ><input
        type="radio"
        name="goal"
        value=${kind}
        .checked=${live(chosen)}
        @change=${() => choose(value)}
      />${
        kind === 'stop'
          ? html`<span>${before}</span>`
          : html`<span class=${before ? '' : 'unseen'}>${before || label}</span>`
      }</label
    >
    ${kind === 'stop' ? nothing : html`<span @focusin=${() => chosen || choose(value)}>${field}</span>`}
    ${after ? html`<span>${after}</span>` : nothing}
  </div>`;
}
