/**
 * Example, eta, mini-batch size, seed, undo and redo.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { settingsInForce } from '../../state/run.js';
import { etaSlider } from '../parts/eta-slider.js';
import { numberField } from '../parts/field.js';

/** @import { Edit, ExampleName } from '../../protocol/edit.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** @type {Record<ExampleName, string>} */
const EXAMPLES = {
  majority: '3-2-1 · majority of bits',
  parity: '3-2-1 · parity of bits',
  xor: '2-2-1 · exclusive or',
  mazur: '2-2-2 · Mazur’s example',
  textbook: '3-2-1 · Han and Kamber’s example',
};

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function topbar(state, dispatch) {
  const now = state.view?.after;
  const { eta: etaNow = 0, miniBatchSize = 0 } = settingsInForce(state);
  /**
   * @param {Edit} edit
   * @param {string} field
   */
  const edit = (edit, field) => dispatch({ type: 'edit', edit, field });
  /** @param {string} id */
  const common = (id) => ({ id, refusal: state.feedback.refusals[id], dispatch });
  return html`<header class="topbar">
    <h1>Backstep</h1>
    ${
      now
        ? html`
            <label class="field">
              <span>Example</span>
              <select
                id="example"
                @change=${(/** @type {Event} */ event) => {
                  const { value } = /** @type {HTMLSelectElement} */ (event.target);
                  edit({ kind: 'example', name: /** @type {ExampleName} */ (value) }, 'example');
                }}
              >
                ${
                  now.example
                    ? nothing
                    : html`<option value="" selected>
                        ${
                          state.view?.singleSample
                            ? 'a single sample'
                            : (state.view?.data.title ?? 'other data')
                        }
                      </option>`
                }
                ${Object.entries(EXAMPLES).map(
                  ([name, text]) =>
                    html`<option value=${name} .selected=${name === now.example}>${text}</option>`,
                )}
              </select>
            </label>
            <button
              type="button"
              title="Other data: generated, shipped, or your own"
              @click=${() => dispatch({ type: 'dialog', dialog: 'data' })}
            >
              Data
            </button>
            <span class="eta">
              ${numberField({
                ...common('eta'),
                label: 'η (eta)',
                hint: 'Learning rate, any number',
                value: etaNow,
                commit: (value) => edit({ kind: 'eta', value }, 'eta'),
              })}
              ${etaSlider(etaNow, state, dispatch)}
            </span>
            ${numberField({
              ...common('miniBatchSize'),
              label: 'Mini-batch',
              hint: `Samples in a mini-batch, 1 to ${now.sampleCount}`,
              integer: true,
              value: miniBatchSize,
              commit: (value) => edit({ kind: 'miniBatchSize', value }, 'miniBatchSize'),
            })}
            ${numberField({
              ...common('seed'),
              label: 'Seed',
              hint: 'Start values and shuffles come from it',
              integer: true,
              value: now.seed,
              commit: (value) => edit({ kind: 'seed', value }, 'seed'),
            })}
            <button type="button" @click=${() => dispatch({ type: 'proposeSeed' })}>New seed</button>
            <span class="spring"></span>
            <button
              type="button"
              title="Backpropagation in twelve stops"
              @click=${() => dispatch({ type: 'lesson', stop: state.lesson.stop ?? 0 })}
            >
              Lesson
            </button>
            <button
              type="button"
              aria-pressed=${state.ui.asTable ? 'true' : 'false'}
              title="The numbers as a table (t)"
              @click=${() => dispatch({ type: 'showAsTable', on: !state.ui.asTable })}
            >
              Table
            </button>
            <button
              type="button"
              title="Bigger, and without controls (f)"
              @click=${() => dispatch({ type: 'presentationMode', on: true })}
            >
              Present
            </button>
            <button
              type="button"
              title="Undo (Ctrl+Z)"
              aria-label="Undo"
              aria-keyshortcuts="Control+Z"
              ?disabled=${!state.view?.canUndo}
              @click=${() => dispatch({ type: 'undo' })}
            >
              ↶
            </button>
            <button
              type="button"
              title="Redo (Ctrl+Shift+Z)"
              aria-label="Redo"
              aria-keyshortcuts="Control+Shift+Z"
              ?disabled=${!state.view?.canRedo}
              @click=${() => dispatch({ type: 'redo' })}
            >
              ↷
            </button>
            <button
              type="button"
              aria-label="Keys and numbers"
              title="Keys and numbers (?)"
              @click=${() => dispatch({ type: 'dialog', dialog: 'help' })}
            >
              ?
            </button>
          `
        : html`<span class="muted">Starting …</span>`
    }
  </header>`;
}
