/**
 * The transport: Back, Next with the name of what comes, Play, the pace; speed and runs at the right.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { guard } from '../../../vendor/lit-html/directives/guard.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { isOrigin } from '../../state/equality.js';
import { icon } from '../parts/icon.js';
import { laterPart } from '../registry.js';
import { nextOf } from './next.js';
import { onChosen, onKeyed, onPointed } from './release.js';
import * as words from '../../words/en/transport.js';
import { menuButton } from '../menus/button.js';
import { runButton, runStatus } from './run-button.js';

/** @import { Pace } from '../../state/playback.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** Sizes of step, with the letters that choose them. @type {[Pace, string][]} */
const PACES = [
  ['detail', 'd'],
  ['step', 's'],
  ['sample', ''],
  ['miniBatch', 'm'],
];

/** Whether there is nothing further back. @param {PageState} state */
function isAtOrigin({ view, playback: { t, motion } }) {
  const at = view?.after.position;
  return !at || (isOrigin(at) && t === 1 && motion === 0);
}

/**
 * Draws the transport.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function transport(state, dispatch) {
  const { view, prediction, fetched } = state;
  const part = laterPart()?.comingPartAt(state);
  const { playing, direction, pace } = state.playback;
  const { current: run } = state.run;
  const { presentation: presenting, phone } = state.ui;
  const atOrigin = isAtOrigin(state);
  return html`<div
    id="transport"
    class="transport"
    data-part="transport"
    tabindex="-1"
    role="group"
    aria-label=${words.label}
  >
    ${guard([view, atOrigin, playing, direction, pace, run, prediction, part, fetched], () =>
      buttons(state, atOrigin, dispatch),
    )}
    ${phone ? nothing : rest(state, dispatch)} ${presenting ? laterPart()?.leave(dispatch) : nothing}
  </div>`;
}

/**
 * The pace, what came of runs, speed and runs. On a phone they stand in a sheet.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function rest(state, dispatch) {
  const { view, settings } = state;
  const { pace, speed } = state.playback;
  const { current: run, nextGoal } = state.run;
  const { dialog } = state.ui;
  return html`${guard([pace, state.ui.presentation], () => paces(state, dispatch))}
    <span class="spring"></span>
    ${guard([view, run, settings, state.fetched], () => runStatus(state))}
    ${guard([view?.after.evaluates, speed, nextGoal, dialog], () => [
      speedButton(state, dispatch),
      runButton(state, dispatch),
    ])}`;
}

/** @param {PageState} state @param {boolean} atOrigin @param {Dispatch} dispatch */
function buttons(state, atOrigin, dispatch) {
  const { view } = state;
  const { playing, direction } = state.playback;
  const run = state.run.current;

  return html`<button
      type="button"
      class="quiet back"
      title=${words.backHint}
      aria-label=${words.back}
      ?disabled=${atOrigin || !view}
      @click=${() => dispatch({ type: 'move', unit: 'pace', by: -1 })}
    >
      ${icon('back')}<span>${words.back}</span>
    </button>
    ${
      run
        ? html`<button type="button" class="primary stop" @click=${() => dispatch({ type: 'stop' })}>
            <span class="what"><b>${words.stop}</b> ${laterPart()?.amountRun(state)}</span>${icon('stop')}
          </button>`
        : html`<button
            type="button"
            class="primary"
            title=${words.nextHint}
            ?disabled=${!view}
            @click=${() => dispatch({ type: 'move', unit: 'pace', by: 1 })}
          >
            <span class="what"><b>${words.next}</b> <span class="coming">${nextOf(state)}</span></span
            >${icon('next')}
          </button>`
    }
    <button
      type="button"
      class="quiet play"
      title=${playing ? words.pauseHint : words.playHint}
      aria-label=${playing ? words.pause : direction > 0 ? words.play : words.playBackwards}
      ?disabled=${!view}
      @click=${() => dispatch({ type: 'togglePlaying' })}
    >
      ${icon(playing ? 'pause' : 'play')}<span>${playing ? words.pause : words.play}</span>
    </button>`;
}

/** Draws how far a press moves. @param {PageState} state @param {Dispatch} dispatch */
export const paces = (state, dispatch) =>
  html`<fieldset class="paces" @pointerdown=${onPointed} @keydown=${onKeyed} @click=${onChosen}>
    <legend class="unseen">${words.pacesLabel}</legend>
    ${PACES.map(
      ([pace, key]) =>
        html`<label
          class=${pace === state.playback.pace ? 'on' : ''}
          title=${key ? words.paceHint(words.paces[pace], key) : words.paces[pace]}
        >
          <input
            type="radio"
            name="pace"
            value=${pace}
            .checked=${live(pace === state.playback.pace)}
            @change=${() => dispatch({ type: 'pace', pace })}
          />
          <span>${words.paces[pace]}</span>
        </label>`,
    )}
  </fieldset>`;

/** Draws the button of the menu of the speed. @param {PageState} state @param {Dispatch} dispatch */
export const speedButton = (state, dispatch) =>
  menuButton('speed', html`${words.speedOf(state.playback.speed)}${icon('down')}`, state, dispatch, {
    classes: 'text speed',
  });
