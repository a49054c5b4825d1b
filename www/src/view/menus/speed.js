/**
 * The menu of Speed: how fast and which way Play goes, and where in the step it is.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { speed as words } from '../../words/en/menus.js';
import { menu, segments } from './menu.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */

/** @type {[number, string][]} */
const SPEEDS = [
  [0.25, '¼×'],
  [0.5, '½×'],
  [1, '1×'],
  [2, '2×'],
  [4, '4×'],
  [8, '8×'],
];

/**
 * Draws the menu.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export const speedMenu = ({ playback: { speed, direction, t } }, dispatch) =>
  menu(
    'speed',
    words.title,
    html`${segments('speed', words.title, SPEEDS, speed, (one) => dispatch({ type: 'speed', speed: one }))}
      ${segments(
        'direction',
        words.direction,
        [
          [1, words.forwards],
          [-1, words.backwards],
        ],
        direction,
        (one) => dispatch({ type: 'direction', direction: /** @type {1 | -1} */ (one) }),
      )}
      <label class="slider">
        <span>${words.position}</span>
        <input
          type="range"
          min="0"
          max="1"
          step="any"
          .value=${live(String(t))}
          @input=${(/** @type {Event} */ event) =>
            dispatch({ type: 'scrub', t: /** @type {HTMLInputElement} */ (event.target).valueAsNumber })}
        />
      </label>
      <p class="hint">${words.hint}</p>`,
    dispatch,
  );
