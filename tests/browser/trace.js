/**
 * What the page's main thread does while frames are drawn, read from a trace of the browser.
 *
 * Times are the thread's own processor time. What other programs take of the machine does not count.
 *
 * @module
 */

/** @import { CDPSession } from '@playwright/test' */

/**
 * A trace event that has a length. Times in microseconds: `ts` and `dur` on the clock, `tdur` of the thread.
 *
 * @typedef {{ name: string, ts: number, dur: number, tdur: number, tid: number, ph: string }} TraceEvent
 */

/**
 * What happened between one animation frame and the next.
 *
 * @typedef {object} Frame
 * @property {number} work     milliseconds of script, style, layout and paint
 * @property {number} script   milliseconds of script, style and layout, without paint
 * @property {number} layouts  how many times the page was laid out
 * @property {number} forced   how many of them a script had to wait for
 */

/** The work of a frame, by the names of its trace events. */
const WORK = new Set([
  ...['FireAnimationFrame', 'RunMicrotasks', 'UpdateLayoutTree', 'Layout'],
  ...['PrePaint', 'Paint', 'Layerize', 'Commit'],
]);
/** What of it is not paint. */
const BEFORE_PAINT = new Set(['FireAnimationFrame', 'RunMicrotasks', 'UpdateLayoutTree', 'Layout']);
const SCRIPT = new Set(['FireAnimationFrame', 'RunMicrotasks', 'FunctionCall']);

/**
 * Records a trace for a while. The page must draw animation frames meanwhile.
 *
 * @param {CDPSession} session
 * @param {number} milliseconds
 * @returns {Promise<TraceEvent[]>} the events of the page's main thread, in the order in which they began
 */
export async function trace(session, milliseconds) {
  /** @type {TraceEvent[]} */
  const events = [];
  const collect = (/** @type {{ value: object[] }} */ { value }) =>
    events.push(.../** @type {TraceEvent[]} */ (value));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] },
  });
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await ended;
  session.off('Tracing.dataCollected', collect);
  const thread = events.find(({ name, ph }) => name === 'FireAnimationFrame' && ph === 'X')?.tid;
  return events.filter(({ tid, ph }) => tid === thread && ph === 'X').sort((a, b) => a.ts - b.ts);
}

/**
 * Returns the events that lie in no other one. Events of a thread are nested or apart.
 *
 * @param {TraceEvent[]} events  in the order in which they began
 */
function outermost(events) {
  let end = -Infinity;
  return events.filter(({ ts, dur }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

/**
 * Splits a trace into frames. What comes before the first and after the last one is left out.
 *
 * @param {TraceEvent[]} events
 * @returns {{ frames: Frame[], seconds: number }} the frames, and how long they took together on the clock
 */
export function framesOf(events) {
  const starts = events.filter(({ name }) => name === 'FireAnimationFrame').map(({ ts }) => ts);
  const work = outermost(events.filter(({ name }) => WORK.has(name)));
  const beforePaint = outermost(events.filter(({ name }) => BEFORE_PAINT.has(name)));
  const scripts = outermost(events.filter(({ name }) => SCRIPT.has(name)));
  const layouts = events.filter(({ name }) => name === 'Layout');
  const inScript = (/** @type {TraceEvent} */ { ts }) =>
    scripts.some((script) => script.ts <= ts && ts < script.ts + script.dur);
  const frames = starts.slice(0, -1).map((start, at) => {
    const inside = ({ ts = 0 }) => ts >= start && ts < Number(starts[at + 1]);
    const laidOut = layouts.filter(inside);
    /** @param {TraceEvent[]} all */
    const spent = (all) => all.filter(inside).reduce((sum, { tdur }) => sum + tdur, 0) / 1_000;
    return {
      work: spent(work),
      script: spent(beforePaint),
      layouts: laidOut.length,
      forced: laidOut.filter(inScript).length,
    };
  });
  return { frames, seconds: (Number(starts.at(-1)) - Number(starts[0])) / 1e6 };
}

/**
 * Returns the milliseconds of the longest task, in processor time of the thread.
 *
 * @param {TraceEvent[]} events
 */
export const longestTask = (events) =>
  Math.max(...events.filter(({ name }) => name === 'RunTask').map(({ tdur }) => tdur / 1_000));

/**
 * Returns the value below which a share of all values lies.
 *
 * @param {number[]} values
 * @param {number} share  from 0 to 1
 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return Number(sorted[Math.floor(share * (sorted.length - 1))]);
}
