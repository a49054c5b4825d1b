/**
 * Characters that look like nothing, or like others, and come with text that was copied.
 *
 * @module
 */

/** Byte order marks, marks of direction, joiners, spaces of no width and soft hyphens. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

/** Returns a text without characters that show nothing. @param {string} text */
export const withoutInvisible = (text) => text.replace(INVISIBLE, '');

/** Where the digits of other scripts begin: Arabic, Persian, Devanagari, full width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0xff10];
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g;

/**
 * Returns a text with the digits 0 to 9 for those of other scripts, and the marks of ASCII for those of full
 * width. The decimal separator of Arabic becomes a point, and the minus sign a hyphen.
 *
 * @param {string} text
 */
export const plainDigits = (text) =>
  text
    .replace(DIGITS, (digit) => {
      const code = digit.charCodeAt(0);
      return String(code - Number(ZEROS.find((zero) => code >= zero && code < zero + 10)));
    })
    .replace(/[\uff01-\uff0f\uff1a-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replaceAll('−', '-')
    .replaceAll('\u066b', '.');
