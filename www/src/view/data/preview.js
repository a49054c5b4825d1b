/**
 * What there is in a source, before anything is replaced.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { formatOf } from '../../notation/format.js';
import { classOf, classNameOf } from '../../notation/classes.js';
import { preview as says } from '../../words/en/data.js';
import { table as words } from '../../words/en/data-dialog.js';
import { thumbnail } from '../parts/thumbnail.js';

/** @import { DataSheet } from '../../state/data.js' */

/** So many numbers of an x or y are shown. */
const MOST = 6;

/** @param {DataSheet} sheet */
export function preview({ preview: known, previewedSource: source, shipped }) {
  if (!known) return nothing;
  const { inputs, outputs, count, rows, classes } = known;
  const names = source?.kind === 'table' ? source.classes : undefined;
  const { short } = formatOf({ digits: 3, comma: false });
  /** @param {Float64Array} values */
  const list = (values) =>
    Array.from(values.slice(0, MOST), short).join('\u2002') + (values.length > MOST ? ' …' : '');
  const { xs, ys } = rows;
  const shown = Array.from({ length: Math.min(MOST, xs.length / inputs) }, (_, at) => ({
    x: xs.slice(at * inputs, (at + 1) * inputs),
    y: ys.slice(at * outputs, (at + 1) * outputs),
  }));
  const rowsTable = html`<table>
    <caption class="unseen">
      ${says.first}
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
  </table>`;
  return html`<section class="preview" aria-label=${says.label}>
    <p>
      ${says.summary({
        count: html`<strong>${count.toLocaleString('en')}</strong>`,
        inputs,
        targets: outputs,
        classes: classes && Array.from(classes, (samples, at) => [names?.[at] ?? at, samples]),
      })}
    </p>
    ${
      source?.kind === 'generated' && inputs <= 2
        ? nothing
        : source?.kind === 'table' && !shipped
          ? html`<details>
              <summary>${words.scaled}</summary>
              ${rowsTable}
            </details>`
          : rowsTable
    }
    ${
      source?.kind === 'table' && source.scalings.some(Boolean)
        ? html`<p class="muted">${says.scaled}</p>`
        : nothing
    }
  </section>`;
}
