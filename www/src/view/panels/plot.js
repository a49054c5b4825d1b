/**
 * A uPlot chart as an element of the page. It is made once and then only gets new data. It is as wide as its
 * container and has the colours of the page.
 *
 * @module
 */
import { noChange } from '../../../vendor/lit-html/lit-html.js';
import { AsyncDirective, directive } from '../../../vendor/lit-html/async-directive.js';
import uPlot from '../../../vendor/uplot/uPlot.js';

/** @import { ElementPart } from '../../../vendor/lit-html/directive.js' */

/**
 * One line: the name of the CSS variable of its colour, or of the space to the next line.
 * @typedef {{ label: string, colour: string, width?: number, dash?: number[] }} Line
 */

/**
 * @typedef {object} Chart
 * @property {uPlot.AlignedData} data  x, then a list for each line
 * @property {Line[]} lines
 * @property {{ from: number, to: number, colour: string }} [band]  fills between two lines, numbered from 1
 * @property {string} x  what x is
 * @property {boolean} [logarithmic]
 * @property {[number, number]} [range]  of y, if it is not that of the data
 * @property {(value: number) => string} show  a number of y as text
 * @property {(x: number) => void} [pick]  somebody chose a place where there is data
 */

/** Height in px, axis and all. */
const HEIGHT = 170;
const GAP = 46;

/**
 * @param {Element} element
 * @param {string} name
 */
const colourOf = (element, name) => getComputedStyle(element).getPropertyValue(name).trim();

/**
 * Tells whether two charts differ in nothing but their data.
 *
 * @param {Chart} one
 * @param {Chart} other
 */
const sameKind = (one, other) =>
  one.logarithmic === other.logarithmic &&
  one.lines.length === other.lines.length &&
  one.lines.every(
    ({ label, colour }, at) => label === other.lines[at]?.label && colour === other.lines[at]?.colour,
  );

class Plot extends AsyncDirective {
  /** @type {uPlot | undefined} */
  #plot;
  /** @type {Chart | undefined} */
  #chart;
  /** @type {HTMLElement | undefined} */
  #element;
  #size = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (this.#plot && width > 0 && width !== this.#plot.width) this.#plot.setSize({ width, height: HEIGHT });
  });
  #dark = matchMedia('(prefers-color-scheme: dark)');
  #redraw = () => this.#plot?.redraw(false);

  /** @param {Chart} _chart */
  render(_chart) {
    return noChange;
  }

  /**
   * @param {ElementPart} part
   * @param {[Chart]} chart
   * @override
   */
  update(part, [chart]) {
    const element = /** @type {HTMLElement} */ (part.element);
    if (this.#plot && this.#chart && element === this.#element && sameKind(this.#chart, chart)) {
      this.#chart = chart;
      this.#plot.setData(chart.data);
      return noChange;
    }
    this.#end();
    this.#chart = chart;
    this.#element = element;
    // It may stand in a fragment that is not in the page yet.
    queueMicrotask(() => this.isConnected && this.#begin());
    return noChange;
  }

  #begin() {
    const [chart, element] = [this.#chart, this.#element];
    if (!chart || !element || this.#plot) return;
    const width = Math.max(120, Math.floor(element.clientWidth));
    this.#plot = new uPlot(this.#options(chart, element, width), chart.data, element);
    this.#size.observe(element);
    this.#dark.addEventListener('change', this.#redraw);
    // Before uPlot, which takes a press at the very edge for a drag and keeps it.
    element.addEventListener('click', this.#click, true);
  }

  #click = () => {
    // The place that is marked.
    const at = this.#plot?.cursor.idx;
    const x = typeof at === 'number' ? this.#chart?.data[0][at] : undefined;
    if (typeof x === 'number') this.#chart?.pick?.(x);
  };

  #end() {
    this.#size.disconnect();
    this.#dark.removeEventListener('change', this.#redraw);
    this.#element?.removeEventListener('click', this.#click, true);
    this.#plot?.destroy();
    this.#plot = undefined;
  }

  /**
   * @param {Chart} chart
   * @param {HTMLElement} element
   * @param {number} width
   * @returns {uPlot.Options}
   */
  #options({ lines, band, x, logarithmic, range, show }, element, width) {
    const colour = (/** @type {string} */ name) => () => colourOf(element, name);
    const axis = {
      stroke: colour('--muted'),
      grid: { stroke: colour('--hair'), width: 1 },
      ticks: { stroke: colour('--line'), width: 1, size: 4 },
      font: '11px system-ui',
    };
    return {
      width,
      height: HEIGHT,
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false } },
      scales: {
        x: { time: false },
        y: logarithmic
          ? { distr: 3 }
          : range
            ? { range }
            : { range: (_, __, most) => [0, most > 0 ? most * 1.05 : 1] },
      },
      axes: [
        { ...axis, label: x, labelSize: 16, labelFont: '11px system-ui', size: 26 },
        {
          ...axis,
          size: GAP,
          values: (_, values) => values.map((value) => (value === null ? '' : show(value))),
        },
      ],
      series: [
        {},
        ...lines.map(({ label, colour: name, width: thick = 1.5, dash }) => ({
          label,
          stroke: colour(name),
          width: thick,
          dash,
          points: { show: (/** @type {uPlot} */ plot) => plot.data[0].length < 3 },
        })),
      ],
      bands: band
        ? [
            {
              series: [band.to, band.from],
              fill: () => `color-mix(in srgb, ${colourOf(element, band.colour)} 22%, transparent)`,
            },
          ]
        : [],
    };
  }

  /** @override */
  disconnected() {
    this.#end();
  }

  /** @override */
  reconnected() {
    this.#begin();
  }
}

/** Draws a chart in the element it stands on. */
export const plot = directive(Plot);
