/**
 * The key: what lines, dashes, rings and marks mean. It stands where the equation will be, until there is
 * one.
 *
 * @module
 */
import { html, svg } from '../../../vendor/lit-html/lit-html.js';
import * as words from '../../words/en/key.js';

const MARKS = [
  svg`<svg viewBox="0 0 46 24" aria-hidden="true"><line class="line pos" x1="2" x2="44" y1="8" y2="8"
      stroke-width="2.5" /><line class="line pos" x1="2" x2="44" y1="18" y2="18" stroke-width="8" /></svg>`,

  svg`<svg viewBox="0 0 46 24" aria-hidden="true"><line class="line neg" x1="2" x2="46" y1="12" y2="12"
      stroke-width="5" stroke-dasharray="9 4" /></svg>`,

  svg`<svg class="tall" viewBox="0 0 20 34" aria-hidden="true"><circle class="one" cx="10" cy="9" r="7.5"
      /><text class="one-text" x="10" y="12.5">1</text><line class="line pos" x1="10" x2="10" y1="17"
        y2="33" stroke-width="4" /></svg>`,

  svg`<svg viewBox="0 0 26 26" aria-hidden="true"><circle class="ring-track" cx="13" cy="13" r="10"
      stroke-width="4" /><circle class="ring" cx="13" cy="13" r="10" stroke-width="4"
        stroke-dasharray="44 63" transform="rotate(-90 13 13)" /></svg>`,

  svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path class="diamond" d="M12 4l8 8l-8 8l-8 -8z" /></svg>`,

  svg`<svg viewBox="0 0 46 24" aria-hidden="true"><g class="delta gpos"><rect x="23" y="4" width="18"
      height="6" /></g><g class="delta gneg"><rect x="5" y="14" width="18" height="6"
        /></g><line class="tick-line" x1="23" x2="23" y1="1" y2="23" /></svg>`,
];

const TEXTS = words.entries(html`<i>a</i>`, html`<i>b</i>`, html`<i>y</i>`);

/** Draws the key. */
export const key = () =>
  html`<dl class="key">
    ${MARKS.map(
      (mark, at) =>
        html`<div>
          <dt>${mark}</dt>
          <dd>${TEXTS[at]?.[0]}<br />${TEXTS[at]?.[1]}</dd>
        </div>`,
    )}
  </dl>`;
