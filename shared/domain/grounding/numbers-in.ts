import type { Claim } from './claim.ts';
import { calendarUnits, otherUnits } from './units.ts';

const part = '[\\p{L}\\p{M}\\p{N}]';
/**
 * A word with a digit in it, and what is tied to it by separators: 1,204 · 10:30 · 2026-10-21 · 12th · 3½ · 120k; letters
 * too, for "l.1" is meant to be read as 1.1.
 */
const digits = `${part}*?\\p{N}${part}*`;
const token = `(?<!${part})(?:${part}+[.,])*${digits}(?:[.,:/'\\u00b7\\u2044_-]+${digits}|[.,]${part}+)*`;
const currency = '[$\\u20ac\\u00a3\\u00a5]';
const prefix = `(?:(?<!${part})(?:(?:US|USD|EUR|GBP) ?)?${currency} ?|(?<!${part})(?:USD|EUR|GBP|dollars) |(?<!${part})(?:no\\.|nr\\.?|number|rank(?:ed)?|top) #?|(?<!${part})[-+\\u00b1~\\u2248<>\\u2264\\u2265#]${currency}?)`;
const between = '(?:(?:working|staff|business|full|whole|more|extra|fewer|additional|further|calendar|person|saved) )?';
const unit = `(?:[ \\n-]${between}(?<unit>${calendarUnits}|${otherUnits})(?!${part}))`;
const suffix = `(?:(?: ?|\\n)[%\\u2030\\u00b0\\u20ac\\u00a3$]|\\+|${unit})`;

const figure = new RegExp(`(?<prefix>${prefix})?(?<core>${token})(?<suffix>${suffix})?`, 'giu');
/** In French digits are grouped by spaces. */
const grouped = new RegExp(
  figure.source.replace('(?<suffix>', '(?<groups>(?: \\d{3}(?!\\d))*(?:,\\d+)?)(?<suffix>'),
  'giu',
);
/** A sign of money or share without digits beside it: what looks like digits there is something else. */
const lonely = new RegExp(`${currency}(?! ?\\p{N})(?<!\\p{N} ?${currency})|(?<!\\p{N}[ \\n]?)[%\\u2030]`, 'gu');
/**
 * Letters that look like a digit: "l" alone, which is no word, and others where a figure would stand: "S hours", "open: I.",
 * but not "I am".
 */
const disguised = new RegExp(
  `(?<!${part}|')l{1,3}(?!${part}|')|(?<!${part})(?!I am\\b)[lIOS]{1,3}(?=${unit.replace('?<unit>', '?:')})|(?<=: )[lIOS]{1,3}(?=[.,;)]|$)`,
  'gmu',
);
/** Pictures of numbers, ranks, times and countries. */
const pictures =
  /[\u{1f51f}\u{1f4af}\u{1f947}-\u{1f949}\u2605\u2606\u2b50\u{1f31f}\u2680-\u2685\u{1f550}-\u{1f567}\u{1f100}-\u{1f1ff}\u{1f000}-\u{1f0ff}]/gu;

/** Every figure with a digit in it, with the sign before it and the unit after it; text in a reading's notation. */
export function numbersIn(text: string, spaceGroups: boolean): Claim[] {
  const figures = [...text.matchAll(spaceGroups ? grouped : figure)].map((match) => {
    const { prefix = '', core = '', groups = '', suffix = '', unit } = match.groups ?? {};
    const first = match.index + prefix.length;
    const end = first + core.length + groups.length;
    const attached = startsNextLabel(suffix) ? '' : suffix;
    return {
      what: 'figure' as const,
      why: 'no fact is shown as this figure',
      start: match.index,
      end: end + attached.length,
      core: { start: first, end },
      ...(unit === undefined || attached === '' ? {} : { unit: unit.toLowerCase() }),
    };
  });
  const signs = [...text.matchAll(lonely), ...text.matchAll(disguised), ...text.matchAll(pictures)].map(
    ({ 0: found, index }) => ({
      what: 'figure' as const,
      why: 'it stands for a figure that no fact shows',
      start: index,
      end: index + found.length,
    }),
  );
  return [...figures, ...signs];
}

/** "Sessions: 120" and on the next line "Hours saved": not 120 hours. */
const startsNextLabel = (suffix: string) => /^\n\p{Lu}/u.test(suffix);
