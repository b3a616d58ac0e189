import { Reading } from '#shared/domain/feedback/reading.ts';
import type { Item, Json, NewItem } from '#shared/ports/table.ts';
import { erasedAddress } from '#shared/store/personal-data.ts';
import { gap, wordsOf } from './mentions.ts';
import type { OwnWords } from './own-words.ts';
import { idsNaming, type Person } from './person.ts';

/** What becomes of an item when a person is erased. */
export type Outcome = 'keep' | 'delete' | { readonly rewritten: NewItem };

/** Never touched: they hold pseudonyms alone, or keys. */
const untouched = /^(AUDIT|DATA-KEY|ERASED-ADDRESS)#/;
/** What became of a message, a mail or an answer of the person, which all go. */
const aboutOneThing = new Set(['announcement', 'delivery', 'mail-state']);
/** Attributes whose value, or each of whose values, is a person's id. */
const holdIds = new Set(['contactId', 'respondent', 'contactIds', 'participants', 'introduced']);
/** Attributes that are words even where they are a single one. */
const holdWords = new Set(['subject', 'body', 'text', 'says', 'comment', 'title', 'notes', 'reason', 'because', 'why']);

/**
 * Decides on one item: what is about the person alone goes; what is about the client stays without the person, as an answer
 * of nobody, a meeting with somebody. `rewritten` may have another key. Texts are searched for every spelling of the names
 * and for the addresses, and for what the person wrote. Of an agent's run that tells of the person nothing stays: with holes
 * in it, it would prove nothing.
 */
export function withoutPerson(person: Person, own: OwnWords): (item: Item) => Outcome {
  const naming = idsNaming(person);
  const { addresses, names, partsOfNames, mentioned } = wordsOf(person, own.texts);
  const nameless = (text: string) => {
    const rest = text.replace(naming, `$1${person.label}`);
    return rest.replace(names, (found) => (/\s/.test(found) ? gap : person.label));
  };
  // A first name alone tells who is meant in a sentence, but is a word like any other in an id. A gap is never longer than
  // what it replaces, so that every text still fits where it stood.
  const withGaps = (text: string) =>
    [own.texts, naming, addresses, names, partsOfNames].reduce((rest, words) => rest.replace(words, gap), text);

  const rewrite = (value: Json | undefined, name: string, ours: boolean): Json | undefined => {
    if (typeof value === 'string') {
      if (ours && value === person.contactId && holdIds.has(name)) return person.label;
      if (ours && (/\s/.test(value) || holdWords.has(name))) return withGaps(value);
      const text = value.replace(addresses, erasedAddress);
      return ours ? nameless(text) : text;
    }
    if (Array.isArray(value)) return value.map((each: Json) => rewrite(each, name, ours) ?? null);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rewrite(each, key, ours)]));
  };

  return (item) => {
    if (untouched.test(item.pk)) return 'keep';
    const ours = isOurs(item, person);
    if (ours && item.contactId === person.contactId) return 'delete';
    if (ours && (own.isMemory(item) || (item.entity === 'agent-run' && mentioned(whatWasSaid(item))))) return 'delete';
    const after = whole(item, rewrite(ownWordsOut(item, person, ours), '', ours) as NewItem, own);
    const moves = after.pk !== item.pk || after.sk !== item.sk;
    if (moves && aboutOneThing.has(String(item.entity))) return 'delete';
    return JSON.stringify(after) === JSON.stringify(item) ? 'keep' : { rewritten: moves ? quiet(after) : after };
  };
}

/** What a run was asked, saw and said; not what we tell every agent. */
function whatWasSaid({ run }: Item): Json {
  const { asked, ...rest } = run as { readonly asked: { readonly prompt: string } };
  return { ...rest, prompt: asked.prompt } as Json;
}

/** A quote is word for word or is none: those that told of the person go, and all from what the person wrote. */
function whole(before: Item, after: NewItem, own: OwnWords): NewItem {
  if (before.entity !== 'reading') return after;
  const [was, is] = [Reading.parse(before.reading), Reading.parse(after.reading)];
  const quotes = own.isSource(before) ? [] : is.quotes.filter(({ text }, i) => text === was.quotes[i]?.text);
  return { ...after, reading: { ...is, quotes } as Json };
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
