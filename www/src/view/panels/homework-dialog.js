/**
 * The dialog in which a network, its samples and eta are typed or pasted.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { parseNetwork } from '../../homework/parse-network.js';
import { PRESETS } from '../../homework/presets.js';
import { Refusal } from '../../homework/refusal.js';
import { showModal } from '../parts/dialog.js';
import { close as closeWord } from '../../words/en/common.js';
import { dialog as words } from '../../words/en/practise.js';
import { submitted } from '../parts/submit.js';

/** @import { Conventions } from '../../protocol/state.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** Where refusals of this dialog are kept. */
const FIELD = 'homework';

/** @type {(keyof Conventions)[]} */
const SWITCHES = ['trainBiases', 'halveCost', 'averageGradients'];

/**
 * What was typed and chosen last: it is there again when the dialog is opened again.
 *
 * @type {Record<string, string | boolean>}
 */
const draft = {};

/** Keeps what is typed and chosen. @param {Event} event */
function keep({ target }) {
  if (target instanceof HTMLTextAreaElement) draft[target.name] = target.value;
  else if (target instanceof HTMLInputElement) draft[target.name] = target.checked;
}

/** Puts what was kept into the form of a dialog that is opened. @param {Element | undefined} form */
function putBack(form) {
  if (!(form instanceof HTMLFormElement)) return;
  // Once its fields are drawn too.
  queueMicrotask(() => {
    const { text, box } = controls(form);
    text.value = String(draft['numbers'] ?? '');
    for (const name of SWITCHES) box(name).checked = draft[name] !== false;
  });
}

/**
 * The controls of the dialog.
 *
 * @param {HTMLFormElement} form
 */
function controls(form) {
  const text = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem('numbers'));
  /** @param {string} name */
  const box = (name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
  return { text, box };
}

/**
 * @param {HTMLFormElement} form
 * @param {Dispatch} dispatch
 */
function begin(form, dispatch) {
  const { text, box } = controls(form);
  const conventions = {
    trainBiases: box('trainBiases').checked,
    halveCost: box('halveCost').checked,
    averageGradients: box('averageGradients').checked,
  };
  try {
    dispatch({ type: 'openNetwork', given: { ...parseNetwork(text.value), conventions }, field: FIELD });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    dispatch({ type: 'refused', field: FIELD, sentence: error.message });
    text.focus();
  }
}

/**
 * @param {Event} event
 * @param {Dispatch} dispatch
 * @param {string} name
 */
function fill(event, dispatch, name) {
  const preset = PRESETS.find((one) => one.name === name);
  if (!preset) return;
  const form = /** @type {HTMLFormElement} */ (/** @type {Element} */ (event.target).closest('form'));
  const { text, box } = controls(form);
  draft['numbers'] = text.value = preset.text;
  for (const choice of SWITCHES) draft[choice] = box(choice).checked = preset.conventions[choice];
  dispatch({ type: 'clearRefusal', field: FIELD });
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function homeworkDialog(state, dispatch) {
  if (state.ui.dialog !== 'homework') return nothing;
  const close = () => dispatch({ type: 'dialog', dialog: undefined });
  const refusal = state.feedback.refusals[FIELD];
  return html`<dialog
    class="sheet homework"
    aria-labelledby="homework-title"
    ${ref(showModal)}
    @close=${close}
  >
    <form ${ref(putBack)} @input=${keep} @change=${keep} @click=${submitted((form) => begin(form, dispatch))}>
      <h2 id="homework-title">${words.title}</h2>
      <p>${words.about}</p>
      <p class="tools">
        ${PRESETS.map(
          ({ name, source }) =>
            html`<button
              type="button"
              class="small"
              title=${source}
              @click=${(/** @type {Event} */ event) => fill(event, dispatch, name)}
            >
              ${name}
            </button>`,
        )}
      </p>
      <textarea
        name="numbers"
        rows="14"
        spellcheck="false"
        autocomplete="off"
        aria-label=${words.label}
        aria-invalid=${refusal === undefined ? 'false' : 'true'}
        aria-describedby=${refusal === undefined ? nothing : 'homework-refusal'}
      ></textarea>
      <p class="tools">
        ${SWITCHES.map(
          (name) =>
            html`<label class="check"><input type="checkbox" name=${name} checked /> ${words[name]}</label>`,
        )}
      </p>
      ${
        refusal === undefined
          ? nothing
          : html`<p class="refusal" id="homework-refusal" role="alert">${refusal}</p>`
      }
      <p class="tools">
        <button type="submit" class="go">${words.compute}</button>
        <button type="button" @click=${close}>${closeWord}</button>
        <span class="muted">${words.undo}</span>
      </p>
    </form>
    <details>
      <summary>${words.sources}</summary>
      ${PRESETS.map(({ name, source }) => html`<p>${words.source(name, source)}</p>`)}
    </details>
  </dialog>`;
}
