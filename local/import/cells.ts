/**
 * A number as a spreadsheet writes it: `18250.5`, or with commas between groups of three, `18,250.5`. Anything else
 * (`18.250,50`, `94%`, `1.8E+04`) is returned as it is, to be refused: guessing could be wrong by a factor of a thousand.
 */
export const numberCell = (text: string): number | string => {
  const plain = withoutGroups(text);
  return plainNumber.test(plain) ? Number(plain) : text;
};

/** The same with an optional dollar sign before it; stays text, so that no cent is rounded. */
export const dollarCell = (text: string): string => withoutGroups(text.replace(/^\$\s*/, ''));

/** Several words in one cell, separated by `+` or `;`. */
export const listCell = (text: string): string[] => text.split(/[+;]/).map((word) => word.trim());

export const textCell = (text: string): string => text;

const plainNumber = /^-?\d+(\.\d+)?$/;
const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const withoutGroups = (text: string): string => (grouped.test(text) ? text.replaceAll(',', '') : text);
