/**
 * Moving through time: buttons, pace, speed, and the slider inside a step.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';
import { guard } from '../../../vendor/lit-html/directives/guard.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { isOrigin } from '../../state/equality.js';

/** @import { StepUnit } from '../../protocol/position.js' */
/** @import { Pace } from '../../state/playback.js' */
/** @import { Action, Dispatch, PageState } from '../../state/state.js' */

const SPEEDS = [0.25, 0.5, 1, 2, 4, 8];
/** Sizes of step, with the letters that choose them. @type {[Pace, string, string][]} */
const PACES = [
  ['detail', 'detail', 'd'],
  ['step', 'step', 's'],
  ['sample', 'sample', ''],
  ['miniBatch', 'mini-batch', 'm'],
];

/**
 * Whether there is nothing further back.
 *
 * @param {PageState} state
 */
function isAtOrigin({ view, playback: { t, motion } }) {
  const at = view?.after.position;
  return !at || (isOrigin(at) && t === 1 && motion === 0);
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 * @param {unknown} running  what stands beside the buttons
 * @param {number} t  where the slider is
 */
export function transport(state, dispatch, running, t) {
  const { view } = state;
  const { playing, direction, pace, speed } = state.playback;
  const atOrigin = isAtOrigin(state);
  // While something moves, only the slider is drawn again.
  return html`<div id="transport" class="transport" tabindex="-1" role="group" aria-label="Transport">
    ${guard([view === undefined, atOrigin, playing, direction, pace], () =>
      buttons(state, atOrigin, dispatch),
    )}
    ${running}
    <span class="settings">
      ${guard([direction, pace, speed], () => settings(state, dispatch))}
      <label class="field scrub">
        <span>Position in the step</span>
        ${guard([t], () => slider(t, dispatch))}
      </label>
    </span>
  </div>`;
}

/**
 * @param {PageState} state
 * @param {boolean} atOrigin
 * @param {Dispatch} dispatch
 */
function buttons({ view, playback: { playing, direction, pace: now } }, atOrigin, dispatch) {
  /**
   * @param {string} text
   * @param {string} title
   * @param {string} keys
   * @param {Action} action
   * @param {boolean} [disabled]
   */
  const button = (text, title, keys, action, disabled = !view) =>
    html`<button
      type="button"
      title=${keys ? `${title} (${keys})` : title}
      aria-label=${title}
      ?disabled=${disabled}
      @click=${() => dispatch(action)}
    >
      ${text}
    </button>`;
  /**
   * @param {StepUnit | 'pace'} unit
   * @param {1 | -1} by
   * @returns {Action}
   */
  const move = (unit, by) => ({ type: 'move', unit, by });
  const word = PACES.find(([pace]) => pace === now)?.[1] ?? '';
  const name = word.charAt(0).toUpperCase() + word.slice(1);
  const origin = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };
  return html`<span class="buttons">
    ${button('⏮', 'To the start', 'Home', { type: 'show', position: origin }, atOrigin)}
    ${button('« mini-batch', 'Mini-batch back', 'Shift+←', move('miniBatch', -1), atOrigin)}
    ${button(`‹ ${word}`, `${name} back`, '←', move('pace', -1), atOrigin)}
    <button
      type="button"
      class="play"
      title="${playing ? 'Pause' : 'Play'} (space)"
      aria-label=${playing ? 'Pause' : direction > 0 ? 'Play' : 'Play backwards'}
      ?disabled=${!view}
      @click=${() => dispatch({ type: 'togglePlaying' })}
    >
      ${playing ? '❚❚' : direction > 0 ? '▶' : '◀'}
    </button>
    ${button(`${word} ›`, name, '→', move('pace', 1))}
    ${button('mini-batch »', 'Next mini-batch', 'Shift+→', move('miniBatch', 1))}
    ${button('epoch »', 'Next epoch', '', move('epoch', 1))}
  </span>`;
}

/**
 * How big a step is, how fast, and in which direction.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function settings({ playback }, dispatch) {
  return html`<fieldset class="paces">
      <legend class="unseen">Size of step</legend>
      ${PACES.map(
        ([pace, text, key]) =>
          html`<label title=${key ? `${text} (${key})` : text}>
            <input
              type="radio"
              name="pace"
              value=${pace}
              .checked=${live(pace === playback.pace)}
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
          (speed) => html`<option value=${speed} .selected=${speed === playback.speed}>${speed}×</option>`,
        )}
      </select>
    </label>
    <label class="check">
      <input
        type="checkbox"
        .checked=${live(playback.direction < 0)}
        @change=${() => dispatch({ type: 'direction', direction: playback.direction > 0 ? -1 : 1 })}
      />
      backwards
    </label>`;
}

/**
 * Where in the step one is.
 *
 * @param {number} t
 * @param {Dispatch} dispatch
 */
const slider = (t, dispatch) =>
  html`<input
    id="scrub"
    type="range"
    min="0"
    max="1"
    step="0.01"
    .value=${live(String(t))}
    aria-valuetext="${Math.round(t * 100)} %"
    @input=${(/** @type {Event} */ event) => {
      dispatch({ type: 'scrub', t: /** @type {HTMLInputElement} */ (event.target).valueAsNumber });
    }}
  />`;
