import type { Item, Json, NewItem } from '#shared/ports/table.ts';
import { erasedAddress } from '#shared/store/personal-data.ts';
import { idsNaming, type Person } from './person.ts';

/** What becomes of an item when a person is erased. */
export type Outcome = 'keep' | 'delete' | { readonly rewritten: NewItem };

/** Never touched: they hold pseudonyms alone, or keys. */
const untouched = /^(AUDIT|DATA-KEY|ERASED-ADDRESS)#/;
/** What became of a message, a mail or an answer of the person, which all go. */
const aboutOneThing = new Set(['announcement', 'delivery', 'mail-state']);
/** Attributes whose value, or each of whose values, is a person's id. */
const holdIds = new Set(['contactId', 'respondent', 'contactIds', 'participants', 'introduced']);

/**
 * Decides on one item: what is about the person alone goes; what is about the client stays without the person, as an answer
 * of nobody, a meeting with somebody. `rewritten` may have another key. Texts are searched for every spelling of the names
 * and for the addresses.
 */
export function withoutPerson(person: Person): (item: Item) => Outcome {
  const naming = idsNaming(person);
  const addresses = anyOf(person.addresses.flatMap((one) => [one, one.replace('@', '%40'), one.replace('@', '&#64;')]));
  const names = anyOf(person.names);
  const partsOfNames = anyOf(person.partsOfNames);
  const replaceIds = (text: string) => text.replace(naming, `$1${person.label}`);
  const nameless = (text: string) => {
    const rest = text.replace(names, (found) => (/\s/.test(found) ? '[erased]' : person.label));
    // A first name alone tells who is meant in a sentence, but is a word like any other in an id.
    return /\s/.test(rest) ? rest.replace(partsOfNames, '[erased]') : rest;
  };

  const rewrite = (value: Json | undefined, name: string, ours: boolean): Json | undefined => {
    if (typeof value === 'string') {
      if (ours && value === person.contactId) return holdIds.has(name) ? person.label : value;
      const text = value.replace(addresses, erasedAddress);
      return ours ? nameless(replaceIds(text)) : text;
    }
    if (Array.isArray(value)) return value.map((each: Json) => rewrite(each, name, ours) ?? null);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rewrite(each, key, ours)]));
  };

  return (item) => {
    if (untouched.test(item.pk)) return 'keep';
    const ours = isOurs(item, person);
    if (ours && item.contactId === person.contactId) return 'delete';
    const after = rewrite(ownWordsOut(item, person, ours), '', ours) as NewItem;
    const moves = after.pk !== item.pk || after.sk !== item.sk;
    if (moves && aboutOneThing.has(String(item.entity))) return 'delete';
    return JSON.stringify(after) === JSON.stringify(item) ? 'keep' : { rewritten: moves ? quiet(after) : after };
  };
}

/** Contacts' ids are unique within a client only. Items of no client are searched for ids that name the client too. */
function isOurs(item: Item, { clientId }: Person): boolean {
  const event = item.event as { readonly detail?: { readonly clientId?: Json } } | undefined;
  const of = [item.clientId, item.about, event?.detail?.clientId].find((each) => typeof each === 'string');
  return of === undefined ? !item.pk.startsWith('CLIENT#') || item.pk === `CLIENT#${clientId}` : of === clientId;
}

/** What the person wrote goes, whatever it says; the figure given stays. */
function ownWordsOut(item: Item, { contactId }: Person, ours: boolean): Item {
  const event = item.event as { readonly detail?: Readonly<Record<string, Json>> } | undefined;
  if (!ours || event?.detail?.respondent !== contactId || event.detail.comment === undefined) return item;
  const { comment: _, ...detail } = event.detail;
  return { ...item, event: { ...event, detail } };
}

/** What moves to another key is no news. */
function quiet({ announce: _, ...item }: NewItem): NewItem {
  return item as NewItem;
}

const anyOf = (texts: readonly string[]) =>
  texts.length === 0
    ? /(?!)/g
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${byLength(texts).map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
const byLength = (texts: readonly string[]) => texts.toSorted((one, other) => other.length - one.length);
