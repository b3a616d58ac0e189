import { AppError } from '../errors.ts';
import type { NumberStyle } from '../mail/preferences.ts';
import { directionAround, isChange, sizeOf } from './direction.ts';
import type { FactSheet, GroundedFact } from './grounded-fact.ts';
import { show } from './show.ts';

/** Anything in double braces, so that a misspelt place is an error and never reaches a reader. */
const places = /\{\{([^{}]*)\}\}/g;
const idIn = (place: string): string | undefined => /^fact:([a-z0-9.-]+)$/.exec(place)?.[1];

/**
 * The prose with every `{{fact:id}}` shown in the style. After or before a word that says it fell, a negative change loses
 * its sign: "down 4%". What a fact says is never expanded again. Throws 'grounding.unknown-fact' with the places that name
 * no fact of the sheet.
 */
export const fill = (prose: string, sheet: FactSheet, style: NumberStyle): string =>
  pieces(prose, sheet, style)
    .map((piece) => (typeof piece === 'string' ? piece : piece.shown))
    .join('');

/** A fact where it stands in a text, as it is shown there. */
interface ShownFact {
  readonly fact: GroundedFact;
  readonly shown: string;
}

/** The same in pieces: words as they are, and each fact by itself. */
export function pieces(prose: string, sheet: FactSheet, style: NumberStyle): (string | ShownFact)[] {
  const unknown = unknownPlaces(prose, sheet);
  if (unknown.length > 0) throw new AppError('grounding.unknown-fact', { places: unknown });
  const found: (string | ShownFact)[] = [];
  let reached = 0;
  for (const { 0: whole, 1: place = '', index } of prose.matchAll(places)) {
    const fact = factAt(place, sheet);
    if (!fact) continue;
    const end = index + whole.length;
    const falls = isChange(fact) && directionAround(prose.slice(0, index), prose.slice(end)) === 'down';
    found.push(prose.slice(reached, index), { fact, shown: show(falls ? sizeOf(fact) : fact, style) });
    reached = end;
  }
  return [...found, prose.slice(reached)];
}

/** What stands in double braces in a prose and is no fact of the sheet, each once. */
export const unknownPlaces = (prose: string, sheet: FactSheet): string[] => [
  ...new Set([...prose.matchAll(places)].map(([, place = '']) => place).filter((place) => !factAt(place, sheet))),
];

/** The ids of the facts that a prose names, each once, in the order of the text. */
export const factsIn = (prose: string): string[] => [
  ...new Set([...prose.matchAll(places)].flatMap(([, place = '']) => idIn(place) ?? [])),
];

const factAt = (place: string, sheet: FactSheet) => sheet.get(idIn(place) ?? '');
