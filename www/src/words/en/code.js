/**
 * The step as code.
 *
 * @module
 */
import { line } from '../phrase.js';

export const nothingComputed = 'This step computes nothing.';
export const rust = 'Rust of this step';
export const copyListing = 'Copy network.py';
export const copyStep = 'Copy this step as a script';
export const copyStepHint = 'A Python program with the present numbers that prints what is shown';

/** @param {string} differences  from the conventions of the book */
export const differs = (differences) =>
  line`The listing is the book’s; here ${differences}. The script of this step has it so.`;
