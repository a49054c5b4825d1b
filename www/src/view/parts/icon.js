/**
 * Icons: a box of 20 px, round strokes in the colour of the text. They are drawn here, so that none has to
 * be fetched.
 *
 * @module
 */
import { svg } from '../../../vendor/lit-html/lit-html.js';

/** Paths by name; those in `FILLED` are filled. */
const PATHS = {
  back: 'M15 10H5M9 5.5L4.5 10L9 14.5',
  next: 'M5 10h10M11 5.5l4.500 4.500L11 14.500',
  play: 'M6.500 4.500l9 5.500l-9 5.500z',
  pause: 'M6 4.500h2.500v11H6zM11.500 4.500H14v11h-2.500z',
  stop: 'M5.500 5.500h9v9h-9z',
  run: 'M3.500 5l6 5l-6 5zM10.500 5l6 5l-6 5z',
  down: 'M6 8l4 4l4-4',
  minus: 'M5.500 10h9',
  plus: 'M5.500 10h9M10 5.500v9',
  close: 'M6 6l8 8M14 6l-8 8',
  undo: 'M4 8h8.500a4 4 0 010 8H9M7.500 4.500L4 8l3.500 3.500',
  redo: 'M16 8H7.500a4 4 0 000 8H11M12.500 4.500L16 8l-3.500 3.500',
  lesson: 'M6 3.500h10.500v10H6zM3.500 6.500v10H14',
  present: 'M3 4.500h14v9H3zM7 17h6M10 13.500V17',
  share: 'M10 12.500V3.500M6.500 6.500L10 3l3.500 3.500M6 9H4.500v7.500h11V9H14',
  views: 'M3.5 4.5h13v11h-13zM12 4.500v11',
  more: 'M4.500 10h.01M10 10h.01M15.500 10h.01',
  first: 'M15 5l-6 5l6 5zM5.500 5v10',
};

/** @type {ReadonlySet<string>} */
const FILLED = new Set(['play', 'pause', 'stop', 'run', 'first']);

/** Draws an icon. @param {keyof typeof PATHS} name */
export const icon = (name) =>
  svg`<svg class="icon ${FILLED.has(name) ? 'filled' : ''} icon-${name}" viewBox="0 0 20 20"
    aria-hidden="true"><path d=${PATHS[name]} /></svg>`;
