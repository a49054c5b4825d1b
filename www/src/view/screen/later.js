/**
 * What the steps after the first weighted sums, detail and other forms of an equation need. It is fetched
 * after these, so that a first visit is light.
 *
 * @module
 */
import * as captions from '../../captions/later.js';
import { chainOf } from '../../formula/chain.js';
import { closingFormula } from '../../formula/closing-formula.js';
import * as imageLayout from '../../scene/image-layout.js';
import { laterEquationOf } from '../../formula/later-equation.js';
import { matrixOf } from '../../formula/matrix.js';
import { later as words } from '../../words/en-later.js';
import { amountRun, report } from '../chrome/run.js';
import { singleSampleBanner } from '../chrome/single-sample.js';
import { translated } from '../chrome/translated.js';
import { watchConnection } from '../chrome/offline.js';
import { trouble } from '../chrome/trouble.js';
import { undoTitles } from '../chrome/undo.js';
import { ownMap } from './maps.js';
import { pictures } from './pictures.js';
import { deltaMark } from './delta.js';
import * as gaugeCost from './gauge-cost.js';
import { lying } from './gauge-lying.js';
import * as gaugeSamples from './gauge-samples.js';
import { insetOf } from './inset.js';
import { leave } from './leave.js';
import * as nextPart from './next-part.js';
import { gaugeName, inputName, outputMark } from './outputs.js';
import { phoneControls } from './phone-controls.js';
import { sheetHandle } from './sheet.js';
import * as timelineCosts from './timeline-costs.js';
import { differencesFromBook } from '../../notation/unlike-book.js';

export const later = Object.freeze({
  amountRun,
  ...gaugeCost,
  ...gaugeSamples,
  ...nextPart,
  ...timelineCosts,
  captions,
  chainOf,
  closingFormula,
  deltaMark,
  differencesFromBook,
  gaugeName,
  imageLayout,
  inputName,
  insetOf,
  laterEquationOf,
  leave,
  lying,
  matrixOf,
  ownMap,
  outputMark,
  phoneControls,
  pictures,
  report,
  sheetHandle,
  singleSampleBanner,
  translated,
  trouble,
  undoTitles,
  watchConnection,
  words,
});

/** @typedef {typeof later} Later */
