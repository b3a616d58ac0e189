import type { NumberStyle } from '../mail/preferences.ts';
import { directionAround, isChange, sizeOf } from './direction.ts';
import type { FactSheet, GroundedFact } from './grounded-fact.ts';
import { type Reading, readLine } from './reading.ts';
import { show } from './show.ts';
import { type Stretch, stretchesOf } from './stretch.ts';

/** Words of a text that a fact shows. `fact` is absent where the house's own vocabulary stands. */
export interface Shown extends Stretch {
  readonly fact?: GroundedFact;
}

/** Every place of a text where a fact of the sheet, as the style shows it, or a word of the house stands. */
export function shownIn(reading: Reading, sheet: FactSheet, style: NumberStyle, house: readonly string[]): Shown[] {
  const ofHouse = house.flatMap((words) => stretchesOf(readLine(words), reading.flat));
  return [...ofHouse, ...[...sheet.values()].flatMap((fact) => placesOf(fact, reading, style))];
}

function placesOf(fact: GroundedFact, { text, flat }: Reading, style: NumberStyle): Shown[] {
  const places = (words: string) => stretchesOf(readLine(words), flat).map((place) => ({ ...place, fact }));
  const whole = places(show(fact, style));
  if (isChange(fact)) {
    const falls = fact.value < 0;
    const sized = falls ? places(show(sizeOf(fact), style)) : whole;
    const said = sized.filter((place) => (directionOf(place, flat) === 'down') === falls);
    return falls ? [...whole.filter((place) => directionOf(place, flat) !== 'up'), ...said] : said;
  }
  if (fact.kind === 'month') return [...whole, ...places(monthNameOf(show(fact, style)))];
  if (fact.kind === 'link')
    return [...places(fact.url), ...whole.filter((place) => !isBare(place, text) || isChoice(place, text))];
  if (fact.kind === 'phrase') return whole.flatMap((place) => (isBare(place, text) ? numbered(place, flat) : [place]));
  return whole;
}

const directionOf = ({ start, end }: Stretch, text: string) =>
  directionAround(text.slice(Math.max(0, start - 60), start), text.slice(end, end + 12));

const monthNameOf = (month: string) => month.split(' ')[0] ?? '';

/** Digits alone: they could be mistaken for any figure, so where they stand must say what they are. */
const isBare = ({ start, end }: Stretch, text: string) => /^\d+$/.test(text.slice(start, end));

const numberedBefore = /(?:ticket|issue|case|request|reference|number|no\.)(?: (?:number|no\.))?[ :]*#?$|#$/i;

/** The number of a ticket is one only after "ticket", "number" or "#", which then belong to it. */
function numbered<S extends Stretch>(place: S, text: string): S[] {
  const before = numberedBefore.exec(text.slice(Math.max(0, place.start - 30), place.start))?.[0];
  return before === undefined ? [] : [{ ...place, start: place.start - before.length }];
}

/** A link called "7" is one in a row of such links, or alone on its line, never in a sentence: "Tickets: 7". */
function isChoice({ start, end }: Stretch, text: string): boolean {
  const [left, right] = [text.slice(Math.max(0, start - 20), start), text.slice(end, end + 20)];
  if (/[$\u20ac\u00a3#+~<>-]$/.test(left) || /^ ?[%+]/.test(right)) return false;
  if (/\d[ |\u00b7,]+$/.test(left) || /^[ |\u00b7,]+\d/.test(right)) return true;
  const opens = start === 0 || /[\n\u2029][ [(*\u2022]*$/.test(left);
  return opens && (text.length === end || /^[\])]*(?:[\n\u2029]|:? ?[<(]?https?:)/.test(right));
}
