/** Part of a text, from `start` up to but without `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export const holds = (outer: Stretch, inner: Stretch): boolean => outer.start <= inner.start && inner.end <= outer.end;
export const overlaps = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end;
export const sameStretch = (a: Stretch, b: Stretch): boolean => a.start === b.start && a.end === b.end;

/** Where a text holds the words, not inside a longer word. */
export function stretchesOf(words: string, text: string): Stretch[] {
  const found: Stretch[] = [];
  if (words === '') return found;
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    if (!splitsWord(text, start) && !splitsWord(text, end)) found.push({ start, end });
  }
  return found;
}

const wordPart = /[\p{L}\p{M}\p{N}]/u;
const splitsWord = (text: string, at: number) => wordPart.test(text.charAt(at - 1)) && wordPart.test(text.charAt(at));
