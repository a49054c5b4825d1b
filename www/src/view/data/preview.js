/**
 * What there is in a source, before anything is replaced.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { formatOf } from '../../notation/format.js';
import { classOf, classNameOf } from '../../notation/classes.js';
import { thumbnail } from '../parts/thumbnail.js';
import { preview as words } from '../../words/en/data.js';

/** @import { DataSheet } from '../../state/data.js' */

/** So many numbers of an x or y are shown. */
const MOST = 6;

/** @param {DataSheet} sheet */
export function preview({ preview: known, previewedSource: source }) {
  if (!known) return nothing;
  const { inputs, outputs, count, rows, classes } = known;
  const names = source?.kind === 'table' ? source.classes : undefined;
  const { short } = formatOf({ digits: 3, comma: false });
  /** @param {Float64Array} values */
  const list = (values) =>
    Array.from(values.slice(0, MOST), short).join('\u2002') + (values.length > MOST ? ' …' : '');
  const { xs, ys } = rows;
  const shown = Array.from({ length: xs.length / inputs }, (_, at) => ({
    x: xs.slice(at * inputs, (at + 1) * inputs),
    y: ys.slice(at * outputs, (at + 1) * outputs),
  }));
  return html`<section class="preview" aria-label=${words.label}>
    <p>
      ${words.summary({
        count: html`<strong>${count.toLocaleString('en')}</strong>`,
        inputs,
        targets: outputs,
        classes: classes && Array.from(classes, (samples, at) => [names?.[at] ?? at, samples]),
      })}
    </p>
    <table>
      <caption class="unseen">
        ${words.first}
      </caption>
      <thead>
        <tr>
          <th scope="col">x</th>
          <th scope="col">y</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(({ x, y }) => {
          const named = classes && outputs > 1;
          const name = named ? classNameOf({ classes: names }, classOf(y)) : nothing;
          return html`<tr>
            <td>${thumbnail(x) ?? list(x)}</td>
            <td>${list(y)}${named ? html` <span class="muted">${name}</span>` : nothing}</td>
          </tr>`;
        })}
      </tbody>
    </table>
    ${
      source?.kind === 'table' && source.scalings.some(Boolean)
        ? html`<p class="muted">${words.scaled}</p>`
        : nothing
    }
  </section>`;
}
