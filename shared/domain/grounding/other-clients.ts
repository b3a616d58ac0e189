import type { Claim } from './claim.ts';
import { isOrdinary } from './ordinary-words.ts';
import { readLine } from './reading.ts';

/** Words by which nobody knows a client. */
const generic = new Set(
  'conference conferences league association athletic athletics the of and for international federation national college collegiate sports sport union committee council office'.split(
    ' ',
  ),
);
/** Landscape that is also a name: only the whole name gives a client away in lower case. */
const landscape = new Set(
  'mountain sun coast valley lake lakes river rivers north south east west plains island sea states'.split(' '),
);

/**
 * Every mention of a client that the text is not about: its name in any case, with any accents, spaces or hyphens, without
 * "Conference" and the like, its initials, and any word of it that is no English word.
 */
export function otherClientsIn(text: string, others: readonly string[]): Claim[] {
  const pattern = patternOf(others);
  if (!pattern) return [];
  return [...folded(text).matchAll(pattern)].map(({ 0: found, index }) => ({
    what: 'name',
    why: 'it names another client',
    start: index,
    end: index + found.length,
  }));
}

/** The same text in lower case without accents, as long as it was. */
const folded = (text: string) =>
  text
    .replace(/[^\x20-\x7e]/gu, (char) => {
      const base = char
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace('\u00f8', 'o')
        .replace('\u0131', 'i')
        .replace('\u0142', 'l');
      return base.length === char.length ? base : char;
    })
    .toLowerCase();

function patternOf(others: readonly string[]): RegExp | undefined {
  const key = others.join('\n');
  if (latest?.key !== key) latest = { key, pattern: build(others) };
  return latest.pattern;
}

/** The clients are the same from mail to mail, and making the pattern takes longer than using it. */
let latest: { key: string; pattern: RegExp | undefined } | undefined;

function build(others: readonly string[]): RegExp | undefined {
  const words = new Set(others.flatMap((name) => formsOf(folded(readLine(name)))));
  if (words.size === 0) return undefined;
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'gu');
}

/** As patterns: words joined by anything that is no letter or digit, or by nothing. */
function formsOf(name: string): string[] {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !generic.has(word));
  const single = telling.filter(
    (word) => word.length > 2 && /\p{L}/u.test(word) && !isOrdinary(word) && !landscape.has(word),
  );
  const initials = [words, telling].map((of) => of.map((word) => word[0]).join(''));
  return [
    words.join(joint),
    ...(telling.length > 0 ? [telling.join(joint)] : []),
    ...single,
    ...initials.filter((letters) => letters.length > 2 && !isOrdinary(letters)),
  ];
}

const joint = '[\\s\\p{P}\\p{S}]{0,3}';
