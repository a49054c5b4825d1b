/**
 * The learning rate and the mini-batch size: in the top bar, on a phone in the sheet of the mini-batch.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { settingsInForce } from '../../state/run.js';
import { etaSlider } from '../parts/eta-slider.js';
import { numberField } from '../parts/field.js';
import * as words from '../../words/en/topbar.js';

/** @import { Edit } from '../../protocol/edit.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** @param {PageState} state @param {Dispatch} dispatch */
export function rates(state, dispatch) {
  if (!state.view) return nothing;
  const { sampleCount } = state.view.after;
  const { eta = 0, miniBatchSize = 0 } = settingsInForce(state);
  /** @param {Edit} edit @param {string} field */
  const edit = (edit, field) => dispatch({ type: 'edit', edit, field });
  /** @param {string} id */
  const common = (id) => ({ id, refusal: state.feedback.refusals[id], dispatch });
  return html`<span class="set eta">
      <span class="label">${words.eta(html`<i>η</i>`)}</span>
      ${etaSlider(eta, state, dispatch)}
      ${numberField({
        ...common('eta'),
        label: words.etaLabel,
        labelHidden: true,
        hint: words.etaHint,
        value: eta,
        commit: (value) => edit({ kind: 'eta', value }, 'eta'),
      })}
    </span>
    <span class="set">
      <span class="label">${words.miniBatchSize(html`<i>m</i>`)}</span>
      ${numberField({
        ...common('miniBatchSize'),
        label: words.miniBatchSizeLabel,
        labelHidden: true,
        hint: words.miniBatchSizeHint(sampleCount),
        integer: true,
        value: miniBatchSize,
        commit: (value) => edit({ kind: 'miniBatchSize', value }, 'miniBatchSize'),
      })}
    </span>`;
}
