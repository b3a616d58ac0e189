import type { Json } from '#shared/ports/table.ts';
import type { Person } from './person.ts';

/** What stands where a text told of the person: no longer than the shortest name that is searched for. */
export const gap = '[…]';

/** The expressions that find a person in texts, and whether anything in a value tells of the person. */
export function wordsOf(person: Person, own: RegExp) {
  const addresses = anyOf(person.addresses.flatMap((one) => [one, one.replace('@', '%40'), one.replace('@', '&#64;')]));
  const names = anyOf(person.names);
  const partsOfNames = anyOf(person.partsOfNames);
  const all = [addresses, names, partsOfNames, anyOf([person.contactId]), own];
  return {
    addresses,
    names,
    partsOfNames,
    mentioned: (value: Json): boolean => textsIn(value).some((text) => all.some((words) => text.search(words) >= 0)),
  };
}

/** Every string in a value, the names of attributes included. */
function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((each: Json) => textsIn(each));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [key, ...textsIn(each ?? null)]);
}

/** Finds any of the texts as whole words, in texts that hold JSON too, where a new line is a backslash and an n. */
export const anyOf = (texts: readonly string[]): RegExp =>
  texts.length === 0
    ? /(?!)/g
    : new RegExp(`${begins}(?:${byLength(texts).map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
const begins = String.raw`(?:(?<![\p{L}\p{N}])|(?<=\\[bfnrt])|(?<=\\u[0-9a-f]{4}))`;
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
const byLength = (texts: readonly string[]) => texts.toSorted((one, other) => other.length - one.length);
