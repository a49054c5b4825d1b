/**
 * Data that comes with the page, each fetched when it is chosen, with its source, terms and size.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { defaultFields } from '../../tables/data-settings.js';
import { shipped as shippedWords } from '../../words/en/data.js';
import { included as words } from '../../words/en/data-dialog.js';
import { PIXEL, paint } from '../parts/paint.js';
import { progress } from './progress.js';
import { SHIPPED, sentenceFor, sourceNamed } from './sources.js';

/** @import { Shipped } from './sources.js' */
/** @import { DataSheet } from '../../state/data.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** An 8 × 8 three, from 0 to f, and the inputs and outputs of the tables. */
const THREE = '007fd10008d6f400021dd000002fb1000001cc1000001a8000845e90007dd900';
const PIXELS = Float64Array.from(THREE, (hex) => parseInt(hex, 16) / 15);

/**
 * @param {DataSheet} sheet
 * @param {PageState} _
 * @param {Dispatch} dispatch
 */
export function shipped(sheet, _, dispatch) {
  /** @param {Shipped} one */
  const choose = async (one) => {
    dispatch({ type: 'changeDataSheet', change: { shipped: one.name } });
    try {
      const source = await sourceNamed(one);
      dispatch({
        type: 'previewSource',
        source,
        change: { shipped: one.name, fields: defaultFields(source) },
      });
    } catch (error) {
      dispatch({ type: 'refused', field: 'data', sentence: sentenceFor(error) });
    }
  };
  return html`<div class="kinds rows" role="group" aria-label=${shippedWords.label}>
    ${SHIPPED.map((one) => {
      const [title, line, terms] = words[/** @type {keyof typeof words} */ (one.name)];
      const chosen = one.name === sheet.shipped;
      return html`<div class="included ${chosen ? 'on' : ''}">
        <button type="button" aria-pressed=${chosen ? 'true' : 'false'} @click=${() => void choose(one)}>
          ${sign(one.name)}
          <span><b>${title}</b><span>${line}</span><small>${terms}</small></span>
        </button>
        ${chosen && sheet.loading ? progress(sheet.loading, dispatch) : nothing}
      </div>`;
    })}
  </div>`;
}

/** @param {Element | undefined} canvas */
function paintPixels(canvas) {
  if (canvas) paint(/** @type {HTMLCanvasElement} */ (canvas), { values: PIXELS }, PIXEL);
}

/** Draws what a set is, in small. @param {string} name */
function sign(name) {
  if (name === 'iris' || name === 'penguins') return html`<span class="sign">4 → 3</span>`;
  return html`<span class="sign"
    ><canvas class="thumbnail" aria-hidden="true" ${ref(paintPixels)}></canvas
  ></span>`;
}
