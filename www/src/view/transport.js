/**
 * Moving through time: buttons, pace, speed, and the slider inside a step.
 *
 * @module
 */
import { html } from '../../vendor/lit-html/lit-html.js';
import { live } from '../../vendor/lit-html/directives/live.js';
import { isOrigin } from '../state/state.js';

/** @import { Unit } from '../engine/protocol.js' */
/** @import { Action, Dispatch, Pace, PageState } from '../state/state.js' */

const SPEEDS = [0.25, 0.5, 1, 2, 4, 8];
/** Sizes of step, with the letters that choose them. @type {[Pace, string, string][]} */
const PACES = [
  ['detail', 'detail', 'd'],
  ['step', 'step', 's'],
  ['sample', 'sample', ''],
  ['miniBatch', 'mini-batch', 'm'],
];

/** @param {PageState} state @param {Dispatch} dispatch @param {unknown} running  what stands beside the buttons */
export function transport(state, dispatch, running) {
  const at = state.view?.after.position;
  const atOrigin = !at || (isOrigin(at) && state.t === 1 && state.motion === 0);
  /** @param {string} text @param {string} title @param {string} keys @param {Action} action @param {boolean} [disabled] */
  const button = (text, title, keys, action, disabled = !at) =>
    html`<button
      type="button"
      title=${keys ? `${title} (${keys})` : title}
      aria-label=${title}
      ?disabled=${disabled}
      @click=${() => dispatch(action)}
    >
      ${text}
    </button>`;
  /** @param {Unit | 'pace'} unit @param {1 | -1} by @returns {Action} */
  const move = (unit, by) => ({ type: 'move', unit, by });
  const word = PACES.find(([pace]) => pace === state.pace)?.[1] ?? '';
  const name = word.charAt(0).toUpperCase() + word.slice(1);
  const origin = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };
  return html`<div class="transport" role="group" aria-label="Transport">
    <span class="buttons">
      ${button('⏮', 'To the start', 'Home', { type: 'show', position: origin }, atOrigin)}
      ${button('« mini-batch', 'Mini-batch back', 'Shift+←', move('miniBatch', -1), atOrigin)}
      ${button(`‹ ${word}`, `${name} back`, '←', move('pace', -1), atOrigin)}
      <button
        type="button"
        class="play"
        title="${state.playing ? 'Pause' : 'Play'} (space)"
        aria-label=${state.playing ? 'Pause' : state.direction > 0 ? 'Play' : 'Play backwards'}
        ?disabled=${!at}
        @click=${() => dispatch({ type: 'toggle' })}
      >
        ${state.playing ? '❚❚' : state.direction > 0 ? '▶' : '◀'}
      </button>
      ${button(`${word} ›`, name, '→', move('pace', 1))}
      ${button('mini-batch »', 'Mini-batch on', 'Shift+→', move('miniBatch', 1))}
      ${button('epoch »', 'Epoch on', '', move('epoch', 1))}
    </span>
    ${running}
    <span class="settings">
      <fieldset class="paces">
        <legend class="unseen">Size of step</legend>
        ${PACES.map(
          ([pace, text, key]) =>
            html`<label title=${key ? `${text} (${key})` : text}>
              <input
                type="radio"
                name="pace"
                value=${pace}
                .checked=${live(pace === state.pace)}
                @change=${() => dispatch({ type: 'pace', pace })}
              />
              <span>${text}</span>
            </label>`,
        )}
      </fieldset>
      <label class="field">
        <span>Speed</span>
        <select
          id="speed"
          @change=${(/** @type {Event} */ event) => {
            const { value } = /** @type {HTMLSelectElement} */ (event.target);
            dispatch({ type: 'speed', speed: Number(value) });
          }}
        >
          ${SPEEDS.map(
            (speed) => html`<option value=${speed} .selected=${speed === state.speed}>${speed}×</option>`,
          )}
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          .checked=${live(state.direction < 0)}
          @change=${() => dispatch({ type: 'direction', direction: state.direction > 0 ? -1 : 1 })}
        />
        backwards
      </label>
      <label class="field scrub">
        <span>Within the step</span>
        <input
          id="scrub"
          type="range"
          min="0"
          max="1"
          step="0.01"
          .value=${live(String(state.t))}
          aria-valuetext="${Math.round(state.t * 100)} %"
          @input=${(/** @type {Event} */ event) => {
            dispatch({ type: 'scrub', t: /** @type {HTMLInputElement} */ (event.target).valueAsNumber });
          }}
        />
      </label>
    </span>
  </div>`;
}
