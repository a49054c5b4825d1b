/**
 * What stands in a panel whose answer is not there.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';
import { isTooExpensive } from '../../state/inspection.js';
import { tooMuch, whenAtRest } from '../../words/en/pending.js';

/** @import { PageState } from '../../state/state.js' */

/**
 * What stands where an answer is not there.
 *
 * @param {PageState} state
 */
export const pending = (state) =>
  html`<p class="muted">${state.playback.playing ? whenAtRest : isTooExpensive(state) ? tooMuch : ''}</p>`;
