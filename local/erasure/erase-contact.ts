import { AppError } from '#shared/domain/errors.ts';
import { type ClientId, ContactId } from '#shared/domain/values/ids.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Inventory } from '#shared/ports/inventory.ts';
import type { Pseudonyms } from '#shared/ports/pseudonyms.ts';
import type { Change, Item, Key, Table } from '#shared/ports/table.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { auditNames } from '#shared/store/audit-names.ts';
import { contacts } from '#shared/store/client.ts';
import { consents } from '#shared/store/consent.ts';
import { erasedAddresses } from '#shared/store/erased-address.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { ownWords } from './own-words.ts';
import { type Person, personOf } from './person.ts';
import { withoutPerson } from './without-person.ts';

interface Erasing {
  readonly table: Table;
  readonly inventory: Inventory;
  readonly pseudonyms: Pseudonyms;
  readonly clock: Clock;
}

export interface ErasureRequest {
  readonly clientId: ClientId;
  readonly contactId: ContactId;
  /** Other names and addresses to search texts for. */
  readonly alsoNamed?: readonly string[];
  readonly alsoAt?: readonly string[];
}

export interface Erasure {
  /** What the audit trail calls the person. */
  readonly pseudonym: string;
  readonly deleted: number;
  readonly rewritten: number;
  /** Whether it had been done before. */
  readonly before: boolean;
}

/** Written meanwhile by others, found by the next pass. */
const mostPasses = 6;
const changesAtOnce = 40;

/**
 * Erases a person: first nothing more is sent, then every item of the table is searched and loses the person, and last of
 * all the contact itself goes. Killed anywhere, the same call finishes it; called again, it changes nothing. Throws
 * `contact.not-found` for somebody who never was, `erasure.mail-under-way` while a mail is leaving.
 */
export async function eraseContact(deps: Erasing, request: ErasureRequest): Promise<Erasure> {
  const { table, pseudonyms } = deps;
  const { clientId, contactId, alsoNamed = [], alsoAt = [] } = request;
  const contact = (await contacts.of(table, clientId)).find((each) => each.contactId === contactId);
  const pseudonym = await auditNames(pseudonyms).person(clientId, contactId);
  const label = ContactId.parse(
    `erased-${(await pseudonyms.of('anonymous', `${clientId} ${contactId}`)).slice(0, 12)}`,
  );
  const person = personOf({ contact: contact ?? { clientId, contactId }, alsoNamed, alsoAt, label });
  const before = await wasErased(table, clientId, pseudonym);
  if (!contact && !before) throw new AppError('contact.not-found', { clientId, contactId });

  if (contact) await retryOnConflict(() => begin(deps, person, pseudonym));
  const counts = await sweep(deps, person);
  if (contact) await retryOnConflict(() => end(deps, person, pseudonym));
  return { pseudonym, before: !contact, ...counts };
}

const wasErased = async (table: Table, clientId: ClientId, pseudonym: string) =>
  (await auditTrail.of(table, clientId)).some(({ act, person }) => act === 'person.erased' && person === pseudonym);

/** From here on nothing is sent to the person, whatever was queued. */
async function begin(deps: Erasing, { clientId, contactId, addresses }: Person, pseudonym: string): Promise<void> {
  const { table, pseudonyms, clock } = deps;
  const consent = await consents.get(table, clientId, contactId);
  if (consent.suppression?.because === 'erased') return;
  const at = instantOf(clock.now());
  const suppressed = { ...consent, suppression: { because: 'erased', at }, changedAt: at } as const;
  await table.commit([
    ...(await Promise.all(addresses.map((address) => erasedAddresses.add(pseudonyms, address, at)))),
    consents.move(consent, suppressed),
    ...(await auditTrail.record(table, {
      scope: clientId,
      at,
      by: 'operator',
      act: 'person.erasure-begun',
      person: pseudonym,
    })),
  ]);
}

/** Pass after pass until one finds nothing: what is about the person stays until all that refers to it is rewritten. */
async function sweep(deps: Erasing, person: Person): Promise<Pick<Erasure, 'deleted' | 'rewritten'>> {
  const counts = { deleted: 0, rewritten: 0 };
  for (let pass = 0; pass < mostPasses; pass++) {
    const { rewrites, deletions } = await plan(deps, person);
    if (rewrites.length + deletions.length === 0) return counts;
    const done = await carryOut(deps.table, [...rewrites, ...deletions]);
    counts.rewritten += done ? rewrites.length : 0;
    counts.deleted += done ? deletions.length : 0;
  }
  throw new AppError('erasure.unfinished', { clientId: person.clientId });
}

async function plan({ table, inventory, clock }: Erasing, person: Person) {
  const own = await ownWordsIn({ table, inventory }, person);
  const decide = withoutPerson(person, own);
  const rewrites: Change[][] = [];
  const deletions: Change[][] = [];
  /** What tells which words are the person's goes when no other item holds any. */
  const sources: Change[][] = [];
  for await (const item of everything(table, inventory)) {
    // The last to go: as long as they are there, the erasure can be taken up again.
    if (isAnchor(item, person)) continue;
    const outcome = decide(item);
    if (outcome === 'keep') continue;
    if (isLeaving(item, clock.wall())) throw new AppError('erasure.mail-under-way', { clientId: person.clientId });
    const require = item.version > 0 ? { version: item.version } : ('any' as const);
    const { pk, sk } = item;
    if (outcome === 'delete') deletions.push([{ delete: { pk, sk }, require }]);
    else if (outcome.rewritten.pk === pk && outcome.rewritten.sk === sk)
      (own.isSource(item) ? sources : rewrites).push([{ put: outcome.rewritten, require }]);
    else
      (own.isSource(item) ? sources : rewrites).push([
        { delete: { pk, sk }, require },
        { put: outcome.rewritten, require: 'any' },
      ]);
  }
  return rewrites.length + deletions.length > 0 ? { rewrites, deletions } : { rewrites: sources, deletions };
}

/** Answers first: they tell which readings are of the person's words. */
async function ownWordsIn({ table, inventory }: Pick<Erasing, 'table' | 'inventory'>, person: Person) {
  const own = ownWords(person);
  for await (const item of everything(table, inventory)) own.answers(item);
  for await (const item of everything(table, inventory)) own.readings(item);
  return own.found();
}

/** Says whether all was done; what somebody else changed meanwhile is left to the next pass. */
async function carryOut(table: Table, groups: readonly (readonly Change[])[]): Promise<boolean> {
  let all = true;
  for (let from = 0; from < groups.length; from += changesAtOnce / 2) {
    try {
      await table.commit(groups.slice(from, from + changesAtOnce / 2).flat());
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'table.conflict')) throw error;
      all = false;
    }
  }
  return all;
}

/** The contact and what the person agreed to go in one commit with the record that it is done. */
async function end({ table, clock }: Erasing, person: Person, pseudonym: string): Promise<void> {
  const { clientId } = person;
  const at = instantOf(clock.now());
  await table.commit([
    ...anchors(person).map((key): Change => ({ delete: key, require: 'any' })),
    ...(await auditTrail.record(table, {
      scope: clientId,
      at,
      by: 'operator',
      act: 'person.erased',
      person: pseudonym,
    })),
  ]);
}

const anchors = ({ clientId, contactId }: Person): Key[] =>
  ['CONTACT', 'CONSENT'].map((what) => ({ pk: `CLIENT#${clientId}`, sk: `${what}#${contactId}` }));
const isAnchor = ({ pk, sk }: Item, person: Person) => anchors(person).some((key) => key.pk === pk && key.sk === sk);

/** A mail that is being handed over this moment; its outcome must find it. */
const isLeaving = ({ entity, status, leaseUntil }: Item, now: Date) =>
  entity === 'mail-state' && status === 'sending' && String(leaseUntil) > now.toISOString();

const keysAtOnce = 100;

async function* everything(table: Table, inventory: Inventory): AsyncGenerator<Item> {
  let waiting: Key[] = [];
  for await (const key of inventory.keys()) {
    if (waiting.push(key) < keysAtOnce) continue;
    yield* await table.getAll(waiting);
    waiting = [];
  }
  yield* await table.getAll(waiting);
}
