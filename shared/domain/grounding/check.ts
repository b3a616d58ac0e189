import type { NumberStyle } from '../mail/preferences.ts';
import type { IsoDate } from '../values/iso-date.ts';
import type { Claim } from './claim.ts';
import { datesIn } from './dates-in.ts';
import type { FactSheet } from './grounded-fact.ts';
import { isGrounded } from './is-grounded.ts';
import { linksIn } from './links-in.ts';
import { nameIn, namesIn } from './names-in.ts';
import { numberWordsIn } from './number-words.ts';
import { numbersIn } from './numbers-in.ts';
import { otherClientsIn } from './other-clients.ts';
import { type Reading, read } from './reading.ts';
import { relativeDatesIn } from './relative-dates.ts';
import { shownIn } from './shown.ts';
import { bracesIn, turnsIn } from './signs-in.ts';
import { holds, overlaps } from './stretch.ts';

/** What a reader gets: the text with entities decoded and each block on its own line, and every link behind it. */
export interface Rendered {
  readonly text: string;
  readonly links: readonly string[];
}

export interface About {
  readonly style: NumberStyle;
  /** Words, phrases and links that are ours and may stand anywhere, such as `houseWords`. */
  readonly house?: readonly string[];
  /** The names of every client but the one the text is about. */
  readonly others: readonly string[];
  /** Names of ours that only a fact may say, written as they are: features, courses. */
  readonly ours?: readonly string[];
  /** The reader's day: what "last month" is measured from. Without it no such period is grounded. */
  readonly today?: IsoDate;
}

/** Something a text says that no fact shows. `offset` is in the text; a link that is only behind it has none. */
export interface Ungrounded {
  readonly what: Claim['what'];
  readonly text: string;
  readonly offset: number | undefined;
  /** The text around it. */
  readonly excerpt: string;
  readonly why: string;
}

/**
 * Every figure, date, name, link and address in a rendered text that is neither shown exactly so by a fact of the sheet, in
 * the reader's style and as a whole, nor a word of the house; none means the text may go out. "$1,200" does not ground
 * "1,200 hours", nor "12" "120", nor "$1.2 million" "1.2M". A change must have the direction its sign has. A month's name
 * may stand without its year. Periods such as "last month" must hold a dated fact.
 *
 * Not seen: claims that are not figures ("most of your staff", "the best month"), a true figure said of the wrong thing, and
 * names in lower case of anyone who is not a client.
 */
export function check({ text, links }: Rendered, sheet: FactSheet, about: About): readonly Ungrounded[] {
  const reading = read(text);
  const shown = shownIn(reading, sheet, about.style, about.house ?? []);
  const doubtful = claimsIn(reading, sheet, about).filter((claim) => !isGrounded(claim, shown));
  const inText = [
    ...turnsIn(text).map((claim) => say(claim, text)),
    ...apart(doubtful, reading.text).map((claim) =>
      say({ ...claim, start: reading.origin(claim.start), end: endOf(claim, reading) }, text),
    ),
  ];
  return [...inText, ...unknownLinks(links, sheet, about.house ?? [])];
}

function claimsIn({ text }: Reading, sheet: FactSheet, { style, others, ours = [], today }: About): Claim[] {
  const links = linksIn(text);
  const elsewhere = [
    ...bracesIn(text),
    ...otherClientsIn(text, others),
    ...ours.flatMap((name) => nameIn(name, text)),
    ...datesIn(text),
    ...numbersIn(text, style === 'fr-FR'),
    ...relativeDatesIn(text, sheet, today),
    ...numberWordsIn(text),
    ...namesIn(text),
  ];
  return [...links, ...elsewhere.filter((claim) => !links.some((link) => holds(link, claim)))];
}

/** Each doubtful stretch once, for the first reason found; neighbouring words of a name as one. */
function apart(claims: readonly Claim[], text: string): Claim[] {
  const kept: Claim[] = [];
  for (const claim of claims) if (!kept.some((other) => overlaps(other, claim))) kept.push(claim);
  kept.sort((a, b) => a.start - b.start);
  const joined: Claim[] = [];
  for (const claim of kept) {
    const last = joined.at(-1);
    const goesOn = last?.what === 'name' && last.why === claim.why && text.slice(last.end, claim.start) === ' ';
    if (goesOn) joined[joined.length - 1] = { ...last, end: claim.end };
    else joined.push(claim);
  }
  return joined;
}

const endOf = ({ end }: Claim, { origin }: Reading) => origin(end - 1) + 1;

const say = ({ what, why, start, end }: Claim, text: string): Ungrounded => ({
  what,
  text: text.slice(start, end),
  offset: start,
  excerpt: text.slice(Math.max(0, start - 30), end + 30).replace(/\s+/g, ' '),
  why,
});

function unknownLinks(links: readonly string[], sheet: FactSheet, house: readonly string[]): Ungrounded[] {
  const known = new Set([...house, ...[...sheet.values()].flatMap((fact) => (fact.kind === 'link' ? fact.url : []))]);
  const unknown = links.filter((link) => !known.has(link));
  return unknown.map((link) => ({
    what: 'link',
    text: link,
    offset: undefined,
    excerpt: link,
    why: 'no fact is this link',
  }));
}
