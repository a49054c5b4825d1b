/**
 * Icons of menus, drawn like the others of the page; they are fetched with the menus.
 *
 * @module
 */
import { svg } from '../../../vendor/lit-html/lit-html.js';

/** Paths by name, in a box of 20 px. */
const PATHS = {
  data: 'M3.5 5.5a6.5 2.5 0 0013 0a6.5 2.5 0 00-13 0v9a6.5 2.5 0 0013 0v-9M3.5 10a6.5 2.5 0 0013 0',
  dice: 'M4 4.500h12v11H4zM7.5 8h.01M12.5 8h.01M10 10h.01M7.5 12h.01M12.5 12h.01',
  table: 'M3.5 4.500h13v11h-13zM3.5 8.500h13M8.5 8.500v7',
  rules: 'M4 5.500h12M4 10h8M4 14.500h5',
  lesson: 'M6 3.5h10.500v10H6zM3.5 6.5v10H14',
  present: 'M3 4.500h14v9H3zM7 17h6M10 13.5V17',
  share: 'M10 12.5V3.5M6.5 6.5L10 3l3.5 3.5M6 9H4.500v7.500h11V9H14',
  open: 'M3.5 15.500v-11h5l2 2.5h6v8.500z',
  keyboard: 'M2.5 5.500h15v9h-15zM5.5 8.500h.01M8.5 8.500h.01M11.5 8.500h.01M14.5 8.500h.01M6.5 11.500h7',
  redo: 'M16 8H7.500a4 4 0 000 8H11M12.5 4.500L16 8l-3.5 3.5',
  key: 'M3.5 6h5M3.5 10h5M3.5 14h5M11.5 6h5M11.5 10h5M11.5 14h5',
  search: 'M9 4a5 5 0 100 10a5 5 0 000-10M12.8 12.800L16.5 16.5',
};

/** Draws an icon of a menu. @param {keyof typeof PATHS} name */
export const menuIcon = (name) =>
  svg`<svg class="icon icon-${name}" viewBox="0 0 20 20" aria-hidden="true"><path d=${PATHS[name]} /></svg>`;
