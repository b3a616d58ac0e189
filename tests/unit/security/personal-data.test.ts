import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataKeys } from '#shared/adapters/personal-data/data-keys.ts';
import { seal, unseal } from '#shared/adapters/personal-data/seal.ts';
import { sealedTable, withoutPersonalData } from '#shared/adapters/personal-data/sealed-table.ts';
import { wrappingKey } from '#shared/adapters/personal-data/wrapping-key.ts';
import { openSqlite } from '#shared/adapters/sqlite/open-sqlite.ts';
import { Contact } from '#shared/domain/clients/client.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import type { MasterKey } from '#shared/ports/master-key.ts';
import { type Item, queryAll, type Table } from '#shared/ports/table.ts';
import { contacts } from '#shared/store/client.ts';
import { dataKeyItems } from '#shared/store/data-key.ts';
import { mails } from '#shared/store/mail.ts';
import { erasedAddress, personalEntities } from '#shared/store/personal-data.ts';
import { failure, standingClock } from '#tests/contract/table/engine.ts';
import { review } from '../mail/letters.ts';

const american = ClientId.parse('american');
const person = (contactId: string, email: string, clientId: string = american) =>
  Contact.parse({ clientId, contactId, role: 'operations', email, decisionMaker: false, powerUser: false });

/** One store as several processes see it, each with keys of its own, and how often the master key was asked. */
function vault(masterKey: MasterKey = wrappingKey(Buffer.alloc(32, 7))) {
  const clock = standingClock();
  const { table: stored } = openSqlite(':memory:', clock);
  const asked = { generate: 0, unwrap: 0 };
  const counting: MasterKey = {
    generate: (owner) => {
      asked.generate++;
      return masterKey.generate(owner);
    },
    unwrap: (owner, wrapped) => {
      asked.unwrap++;
      return masterKey.unwrap(owner, wrapped);
    },
  };
  const process = (of: MasterKey = counting): Table =>
    sealedTable(stored, dataKeys({ table: stored, masterKey: of, clock }));
  return { stored, process, clock, asked, now: () => instantOf(clock.now()) };
}

const everyItem = async (table: Table, partition: string) => {
  const found: Item[] = [];
  for await (const item of queryAll(table, { partition })) found.push(item);
  return found;
};
const personal = Object.entries(personalEntities);

describe('what is personal', () => {
  it('is stored sealed and read as it was written, whatever it says', async () => {
    const { stored, process } = vault();
    const table = process();
    const text = fc.string({ unit: 'grapheme', minLength: 12, maxLength: 2_000 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...personal), text, async ([entity, { attributes, client }], secret) => {
        const told = Object.fromEntries(Object.keys(attributes).map((name) => [name, `the secret ${secret}`]));
        const item = { pk: 'P', sk: entity, entity, ...(client ? { [client]: 'american' } : {}), ...told };
        await table.commit([{ put: { ...item, status: 'pending' }, require: 'any' }]);
        expect(await table.get(item)).toEqual({ ...item, status: 'pending', version: 0 });
        const raw = await stored.get(item);
        expect(JSON.stringify(raw)).not.toContain('the secret');
        expect(Object.keys(raw ?? {})).not.toEqual(expect.arrayContaining(Object.keys(told)));
      }),
    );
  });

  it('shows nothing of an address in any byte stored, and everything through all ways of reading', async () => {
    const { stored, process } = vault();
    const table = process();
    const written = ['one', 'two'].map((id) => person(id, `${id}.example@american.example`));
    await table.commit(written.map(contacts.put));
    expect(await contacts.of(process(), american)).toEqual(written);
    const keys = written.map(({ contactId }) => ({ pk: 'CLIENT#american', sk: `CONTACT#${contactId}` }));
    expect((await process().getAll(keys)).map(({ email }) => email)).toEqual(written.map(({ email }) => email));
    expect(JSON.stringify(await everyItem(stored, 'CLIENT#american'))).not.toMatch(/@|\.example/);
  });

  it('is smaller stored than written when it is a mail', async () => {
    const { stored, process, now } = vault();
    const html = '<tr><td style="padding:8px 16px">Hours saved</td><td>1,240</td></tr>'.repeat(600);
    await process().commit([mails.queue(review(now(), { html, text: 'Hours saved: 1,240\n'.repeat(100) }))]);
    const [raw] = await everyItem(stored, `MAIL#${review(now()).mailId}`);
    expect(JSON.stringify(raw).length).toBeLessThan(html.length / 4);
    expect((await mails.get(process(), review(now()).mailId))?.mail.html).toBe(html);
  });

  it('cannot be moved to another item, another client, or changed by a byte', async () => {
    const { stored, process } = vault();
    const table = process();
    await table.commit([person('one', 'one@x.example'), person('one', 'one@y.example', 'sec')].map(contacts.put));
    const mine = await stored.get({ pk: 'CLIENT#american', sk: 'CONTACT#one' });
    const theirs = await stored.get({ pk: 'CLIENT#sec', sk: 'CONTACT#one' });
    const sealed = String(mine?.sealed);
    const swaps = [
      { ...mine, sk: 'CONTACT#two' },
      { ...mine, sealed: theirs?.sealed },
      { ...mine, clientId: 'sec' },
      { ...mine, sealed: sealed.replace(/.(?=.{9}$)/, (one) => (one === 'A' ? 'B' : 'A')) },
      { ...mine, sealed: sealed.replace('1.1.', '2.1.') },
      { ...mine, sealed: 'nonsense' },
    ] as Item[];
    for (const swap of swaps) {
      await stored.commit([{ put: swap, require: 'any' }]);
      await failure(process().get(swap), 'personal-data.locked');
    }
  });

  it('opens for no other place, key number or key: any of them wrong is noticed', () => {
    const place = { owner: 'american', pk: 'CLIENT#american', sk: 'CONTACT#one' };
    const key = { number: 1, key: Buffer.alloc(32, 1) };
    fc.assert(
      fc.property(fc.string(), (text) => {
        const sealed = seal(text, key, place);
        expect(unseal(sealed, key, place)).toBe(text);
        expect(() => unseal(sealed, key, { ...place, owner: 'sec' })).toThrow();
        expect(() => unseal(sealed, { ...key, number: 2 }, place)).toThrow();
        expect(() => unseal(sealed, { ...key, key: Buffer.alloc(32, 2) }, place)).toThrow();
        expect(seal(text, key, place)).not.toBe(sealed);
      }),
    );
  });

  it('is read as it is where it was written before there were keys', async () => {
    const { stored, process } = vault();
    await stored.commit([contacts.put(person('one', 'one@x.example'))]);
    expect(await contacts.of(process(), american)).toEqual([person('one', 'one@x.example')]);
  });
});

describe('a destroyed key', () => {
  it('leaves what it sealed erased, not broken, and new writing gets a new key', async () => {
    const { stored, process, now } = vault();
    await process().commit([contacts.put(person('one', 'one@x.example')), mails.queue(review(now()))]);
    for (const each of await dataKeyItems.of(stored, 'american'))
      await stored.commit([dataKeyItems.destroy(each, now())]);

    const after = process();
    expect((await contacts.of(after, american)).map(({ email }) => email)).toEqual([erasedAddress]);
    expect(await after.get({ pk: 'CLIENT#american', sk: 'CONTACT#one' })).toMatchObject({ erased: true });
    expect((await mails.get(after, review(now()).mailId))?.mail).toMatchObject({ to: erasedAddress, facts: [] });
    await after.commit([contacts.put(person('two', 'two@x.example'))]);
    expect((await contacts.of(process(), american)).map(({ email }) => email)).toEqual([
      erasedAddress,
      'two@x.example',
    ]);
    expect((await dataKeyItems.of(stored, 'american')).map(({ state }) => state)).toEqual(['destroyed', 'usable']);
  });

  it('works for at most five minutes where it was opened before', async () => {
    const { stored, process, clock, now } = vault();
    const table = process();
    await table.commit([contacts.put(person('one', 'one@x.example'))]);
    const [key] = await dataKeyItems.of(stored, 'american');
    await contacts.of(table, american);
    if (key) await stored.commit([dataKeyItems.destroy(key, now())]);
    clock.moveSeconds(299);
    expect((await contacts.of(table, american))[0]?.email).toBe('one@x.example');
    clock.moveSeconds(1);
    expect((await contacts.of(table, american))[0]?.email).toBe(erasedAddress);
  });
});

describe('the master key', () => {
  it('is asked once in five minutes for each client, however much is read and written', async () => {
    const { process, clock, asked } = vault();
    const table = process();
    const many = Array.from({ length: 90 }, (_, i) => person(`p-${i}`, `p-${i}@x.example`));
    await table.commit(many.map(contacts.put));
    for (let i = 0; i < 10; i++) await contacts.of(table, american);
    expect(asked).toEqual({ generate: 1, unwrap: 1 });
    clock.moveSeconds(300);
    await contacts.of(table, american);
    expect(asked).toEqual({ generate: 1, unwrap: 2 });
  });

  it('of another place opens nothing', async () => {
    const { process } = vault();
    await process().commit([contacts.put(person('one', 'one@x.example'))]);
    await failure(contacts.of(process(wrappingKey(Buffer.alloc(32, 8))), american), 'personal-data.locked');
  });

  it('makes one key when two processes write to a new client at once', async () => {
    const { process, stored } = vault();
    const write = (id: string) => process().commit([contacts.put(person(id, `${id}@x.example`))]);
    await Promise.all(['a', 'b', 'c', 'd'].map(write));
    expect(await contacts.of(process(), american)).toHaveLength(4);
    expect(await dataKeyItems.of(stored, 'american')).toHaveLength(1);
  });
});

it('refuses people to a function that did not declare to need them, reading and writing, before and after sealing', async () => {
  const { stored, process } = vault();
  const unaware = withoutPersonalData(stored);
  await failure(unaware.commit([contacts.put(person('one', 'one@x.example'))]), 'personal-data.not-granted');
  await process().commit([contacts.put(person('one', 'one@x.example'))]);
  await failure(contacts.of(unaware, american), 'personal-data.not-granted');
  await failure(contacts.of(withoutPersonalData(process()), american), 'personal-data.not-granted');
});
