import { isOrdinary } from '#shared/domain/grounding/ordinary-words.ts';
import { addMonths, type IsoDate, IsoMonth, monthOf } from '#shared/domain/values/iso-date.ts';

/** Where a question first names one of these words, by commas as a topic has them; -1 where it does not. */
export function placeOf(words: string, question: string): number {
  const any = words.split(', ').map((word) => word.replace('*', '\\w*'));
  return question.search(new RegExp(`\\b(?:${any.join('|')})\\b`, 'i'));
}

/** The question with each word that is no word, but one slip of the finger away from one of these, as that one. */
export function corrected(question: string, words: readonly string[]): string {
  const long = words.flatMap((all) => all.split(', ')).filter((word) => /^\w{5,}\*?$/.test(word));
  const meant = (written: string) => (isOrdinary(written) ? undefined : long.find((word) => isSlip(written, word)));
  return question.replace(/\p{L}{4,}/gu, (written) => meant(written.toLowerCase())?.replace('*', '') ?? written);
}

/** Whether a word, or its beginning where `adopt*` stands for more, has one letter too many, too few, wrong or swapped. */
function isSlip(written: string, word: string): boolean {
  const meant = word.replace('*', '');
  const lengths = word.endsWith('*') ? [-1, 0, 1].map((more) => meant.length + more) : [written.length];
  return lengths.some((length) => isOneEdit(written.slice(0, length), meant));
}

function isOneEdit(a: string, b: string): boolean {
  let [from, same] = [0, 0];
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  const [left, right] = [a.slice(from), b.slice(from)];
  while (same < Math.min(left.length, right.length) && left.at(-1 - same) === right.at(-1 - same)) same += 1;
  const [x, y] = [left.slice(0, left.length - same), right.slice(0, right.length - same)];
  return (x.length <= 1 && y.length <= 1) || (x.length === 2 && x === [...y].toReversed().join(''));
}

const names = 'january|february|march|april|may|june|july|august|september|october|november|december';
/** Two of them are words as well. */
const named = new RegExp(
  `\\b(?:(?<=\\b(?:in|of|for|during|since|from|to|with|and|last) )(?:march|may)|(?!march|may)(?:${names}))(?: \\d{4})?\\b`,
  'gi',
);

/** The months that a question names, each the latest there was unless it says a year; this month is none. */
export function monthsNamed(question: string, today: IsoDate): IsoMonth[] {
  const now = monthOf(today);
  const found = [...question.matchAll(named)].map(([written]) => {
    const [name = '', year] = written.toLowerCase().split(' ');
    const at = String(names.split('|').indexOf(name) + 1).padStart(2, '0');
    const ofThisYear = IsoMonth.parse(`${year ?? now.slice(0, 4)}-${at}`);
    return year === undefined && ofThisYear > now ? addMonths(ofThisYear, -12) : ofThisYear;
  });
  return [...new Set(found)].filter((month) => month !== now);
}

/** Whether a question names a year that is not this one. */
export const namesAnotherYear = (question: string, today: IsoDate): boolean =>
  [...question.matchAll(/\b20\d\d\b/g)].some(([year]) => year !== today.slice(0, 4));

/** Words that tell nothing of what a line should be about. */
const empty = new Set(
  'about their there these those which where would could should since month today client'.split(' '),
);

/** How many of the telling words of a question a text holds, whatever their endings. */
export function wordsShared(question: string, text: string): number {
  const asked = question.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
  const said = text.toLowerCase();
  return new Set(asked.filter((word) => !empty.has(word) && said.includes(word.replace(/e?s$/, '')))).size;
}
