/**
 * The side column: its tabs, the titles of its panels, and what stands where a panel has no answer.
 *
 * @module
 */
import { line } from '../phrase.js';

export const tabs = {
  label: 'Views',
  inspect: 'Inspect',
  miniBatch: 'Mini-batch',
  training: 'Training',
  code: 'Code',
  practise: 'Practise',
};

export const invitation = line`Point at a neuron or a line of the picture: its numbers stand here. Press it to
  keep them here, and to change them.`;

/** The titles of the panels, by name. */
export const titles = {
  published: 'Published values',
  batch: 'Mini-batch',
  code: 'Code',
  cards: 'Selected',
  ledger: 'Ledger',
  predict: 'Predict, then reveal',
  homework: 'Check my homework',
  eta: 'What η would do',
  gradient: 'Gradient by layer',
  conventions: 'Conventions',
  'gradient-check': 'Gradient check',
  training: 'Training',
  map: 'Decision map',
  confusion: 'Confusion matrix',
  draw: 'Draw a digit',
};

/** Other headings of the selected thing and of the ledger. */
export const hovered = 'Pointed at';
export const inStep = 'In this step';
/** @param {string} symbol */
export const ledgerOf = (symbol) => `Ledger of ${symbol}`;

/** @param {{ miniBatch: number, count: number, epoch: number }} given */
export const miniBatchOf = ({ miniBatch, count, epoch }) => `${miniBatch} of ${count} in epoch ${epoch}`;

export const hidden = 'Hidden while you predict.';
