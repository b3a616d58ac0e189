/** A text as a reader sees it: one notation for what looks alike, and the way back to where it stands in the original. */
export interface Reading {
  /**
   * NFKC without invisible characters; straight quotes, plain hyphens; runs of white space are one space, one "\n" where a
   * line ends, one U+2029 where a paragraph does.
   */
  readonly text: string;
  /** The same, character for character, with lines joined: a wrapped line is no reason not to find a name. */
  readonly flat: string;
  /** Where a place in `text` is in the original. */
  readonly origin: (offset: number) => number;
}

const invisible = '\\p{Default_Ignorable_Code_Point}\\p{Cf}';
/** All that is not plain ASCII, with its accents; and white space that is not a single space. */
const special = new RegExp(`[\\s${invisible}]{2,}|[^\\x21-\\x7e ]\\p{M}*|[\\x21-\\x7e]\\p{M}+`, 'gu');

export function read(original: string): Reading {
  const shifts: { to: number; from: number }[] = [];
  let text = '';
  let done = 0;
  for (const { 0: found, index } of original.matchAll(special)) {
    text += original.slice(done, index) + plain(found);
    done = index + found.length;
    shifts.push({ to: text.length, from: done });
  }
  text += original.slice(done);
  const origin = (offset: number) => {
    const shift = shifts.findLast(({ to }) => to <= offset) ?? { to: 0, from: 0 };
    return Math.min(shift.from + offset - shift.to, original.length);
  };
  return { text, flat: text.replaceAll('\n', ' '), origin };
}

/** The text alone, on one line: what a fact shows, in the notation in which texts are read. */
export const readLine = (original: string): string => read(original).text.replace(/\s+/g, ' ').trim();

const blank = new RegExp(`^[\\s${invisible}]+$`, 'u');
const unseen = new RegExp(`[${invisible}]`, 'gu');

function plain(found: string): string {
  if (blank.test(found) && /\s/.test(found)) return spaceFor(found);
  const seen = found.replace(unseen, '');
  // NFKC would make "12" of "1²" and "31/2" of "3½".
  if (/[\p{No}\p{Nl}]/u.test(seen)) return seen;
  return seen
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201a\u201b\u02bc]/g, "'")
    .replace(/[\u201c\u201d\u201e]/g, '"')
    .replace(/[\u2010-\u2013\u2212]/g, '-');
}

function spaceFor(run: string): string {
  const lines = run.replace(/\r\n?/g, '\n').split(/[\n\v\f\u0085\u2028\u2029]/).length - 1;
  return lines === 0 && !run.includes('\u2029') ? ' ' : lines > 1 || run.includes('\u2029') ? '\u2029' : '\n';
}
