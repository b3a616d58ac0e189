import { beforeAll, expect, it } from 'vitest';
import type { Change, Key, Table } from '#shared/ports/table.ts';
import { type Engine, failure, insert, ownPartition, replace, standingClock, write } from './engine.ts';

/** What a commit promises: requirements, versions, all or nothing. */
export function commits(engine: Engine): void {
  let table: Table;
  let other: Table;
  beforeAll(async () => {
    const clock = standingClock();
    table = await engine.open(clock);
    other = await engine.open(clock);
  });
  const key = (sk = 'S'): Key => ({ pk: ownPartition(), sk });

  it('finds nothing where nothing was written', async () => {
    expect(await table.get(key())).toBeUndefined();
    expect(await table.getAll([key(), key()])).toEqual([]);
    expect(await table.getAll([])).toEqual([]);
  });

  it('takes a commit of nothing', async () => {
    await expect(table.commit([])).resolves.toBeUndefined();
  });

  it('inserts where there is none, at version 1, and refuses a second insert', async () => {
    const at = key();
    await table.commit([insert({ ...at, text: 'first' })]);
    expect(await table.get(at)).toEqual({ ...at, text: 'first', version: 1 });
    const details = await failure(table.commit([insert({ ...at, text: 'second' })]), 'table.conflict');
    expect(details).toEqual({ keys: [at] });
    expect(await table.get(at)).toEqual({ ...at, text: 'first', version: 1 });
  });

  it('replaces the whole item at the version that was read, and makes it the next', async () => {
    const at = key();
    await table.commit([insert({ ...at, before: 1 })]);
    await table.commit([replace({ ...at, after: 2 }, 1)]);
    expect(await table.get(at)).toEqual({ ...at, after: 2, version: 2 });
    await failure(table.commit([replace({ ...at, after: 3 }, 1)]), 'table.conflict');
    await failure(table.commit([replace({ ...at, after: 3 }, 3)]), 'table.conflict');
    expect(await table.get(at)).toEqual({ ...at, after: 2, version: 2 });
  });

  it('refuses a version of an item that is not there', async () => {
    const at = key();
    await failure(table.commit([replace({ ...at }, 1)]), 'table.conflict');
    await failure(table.commit([{ delete: at, require: { version: 1 } }]), 'table.conflict');
  });

  it('sets the version itself, whatever the caller had in its copy', async () => {
    const at = key();
    await table.commit([insert({ ...at, version: 77 })]);
    const read = await table.get(at);
    expect(read).toEqual({ ...at, version: 1 });
    await table.commit([replace({ ...at, ...read, more: true }, 1)]);
    expect(await table.get(at)).toEqual({ ...at, more: true, version: 2 });
  });

  it('writes with "any" over anything, at version 0, which cannot be guarded', async () => {
    const at = key();
    await table.commit([write({ ...at, n: 1 })]);
    await table.commit([write({ ...at, n: 2 })]);
    expect(await table.get(at)).toEqual({ ...at, n: 2, version: 0 });
    for (const version of [0, -1, 1.5, Number.NaN])
      await failure(table.commit([replace({ ...at, n: 3 }, version)]), 'table.bad-change');
    await failure(table.commit([replace({ ...at, n: 3 }, 1)]), 'table.conflict');
    await failure(table.commit([insert({ ...at, n: 3 })]), 'table.conflict');
    expect(await table.get(at)).toEqual({ ...at, n: 2, version: 0 });
  });

  it('unguards a guarded item that is written with "any"', async () => {
    const at = key();
    await table.commit([insert({ ...at })]);
    await table.commit([write({ ...at })]);
    await failure(table.commit([replace({ ...at }, 1)]), 'table.conflict');
  });

  it('deletes, guarded or not, and a deleted item can be inserted again', async () => {
    const at = key();
    await table.commit([insert({ ...at })]);
    await failure(table.commit([{ delete: at, require: { version: 2 } }]), 'table.conflict');
    await table.commit([{ delete: at, require: { version: 1 } }]);
    expect(await table.get(at)).toBeUndefined();
    await table.commit([insert({ ...at, again: true })]);
    await table.commit([{ delete: at, require: 'any' }]);
    await table.commit([{ delete: at, require: 'any' }]);
    expect(await table.get(at)).toBeUndefined();
  });

  it('checks without changing, alone or beside a write', async () => {
    const [there, absent, written] = [key(), key(), key()];
    await table.commit([insert({ ...there })]);
    const holds: Change[] = [
      { check: there, require: { version: 1 } },
      { check: absent, require: 'absent' },
    ];
    for (const check of holds) await table.commit([check]);
    await table.commit([...holds, insert({ ...written })]);
    expect(await table.getAll([there, absent, written])).toEqual([
      { ...there, version: 1 },
      { ...written, version: 1 },
    ]);
    await failure(table.commit([{ check: there, require: 'absent' }]), 'table.conflict');
    await failure(table.commit([{ check: there, require: { version: 2 } }]), 'table.conflict');
    await failure(table.commit([{ check: absent, require: { version: 1 } }]), 'table.conflict');
  });

  it('writes all or nothing, and names every key whose requirement failed', async () => {
    const [fresh, taken, gone, overwritten, doomed] = [key(), key(), key(), key(), key()];
    await table.commit([insert({ ...taken }), insert({ ...overwritten, n: 1 }), insert({ ...doomed })]);
    const changes: Change[] = [
      insert({ ...fresh }),
      insert({ ...taken }),
      write({ ...overwritten, n: 2 }),
      { delete: doomed, require: 'any' },
      { check: gone, require: { version: 1 } },
    ];
    expect(await failure(table.commit(changes), 'table.conflict')).toEqual({ keys: [taken, gone] });
    expect(await table.getAll([fresh, taken, overwritten, doomed])).toEqual([
      { ...taken, version: 1 },
      { ...overwritten, n: 1, version: 1 },
      { ...doomed, version: 1 },
    ]);
  });

  it('takes 100 changes together and refuses 101, or the same key twice', async () => {
    const pk = ownPartition();
    const items = Array.from({ length: 101 }, (_, n) => insert({ pk, sk: `${n}` }));
    await failure(table.commit(items), 'table.too-many-changes');
    expect((await table.query({ partition: pk })).items).toEqual([]);
    await table.commit(items.slice(0, 100));
    expect((await table.query({ partition: pk })).items).toHaveLength(100);
    const twice: Change[] = [write({ pk, sk: 'x' }), { delete: { pk, sk: 'x' }, require: 'any' }];
    await failure(table.commit(twice), 'table.too-many-changes');
  });

  it('reads items in the order of the keys asked for, also more than 100 and one twice', async () => {
    const pk = ownPartition();
    const keys = Array.from({ length: 130 }, (_, n) => ({ pk, sk: `${n}` }));
    await table.commit(keys.slice(0, 70).map((at) => insert({ ...at })));
    await table.commit(keys.slice(70).map((at) => insert({ ...at })));
    const asked = [...keys].reverse().flatMap((at) => [at, { pk, sk: 'missing' }]);
    const found = await table.getAll([...asked, { pk, sk: '5' }]);
    expect(found.map(({ sk }) => sk)).toEqual([...keys.map(({ sk }) => sk).reverse(), '5']);
  });

  it('lets exactly one of two commits win that started from the same version', async () => {
    const [at, beside] = [key(), key()];
    await table.commit([insert({ ...at, winner: 'nobody' })]);
    for (let version = 1; version <= engine.rounds; version++) {
      const attempt = (through: Table, winner: string) =>
        through.commit([replace({ ...at, winner }, version), ...(version % 2 ? [write({ ...beside, winner })] : [])]);
      const outcomes = await Promise.allSettled([attempt(table, 'one'), attempt(other, 'two')]);
      const lost = outcomes.filter(({ status }) => status === 'rejected');
      expect(lost).toMatchObject([{ reason: { code: 'table.conflict' } }]);
      const winner = outcomes[0]?.status === 'fulfilled' ? 'one' : 'two';
      expect(await other.get(at)).toEqual({ ...at, winner, version: version + 1 });
      if (version % 2) expect(await table.get(beside)).toMatchObject({ winner });
    }
  });

  it('lets exactly one of many inserts of the same key win', async () => {
    for (let round = 0; round < engine.rounds; round++) {
      const at = key();
      const attempts = [table, other, table, other].map((through, n) => through.commit([insert({ ...at, n })]));
      const outcomes = await Promise.allSettled(attempts);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await table.get(at)).toMatchObject({ n: outcomes.findIndex(({ status }) => status === 'fulfilled') });
    }
  });
}
