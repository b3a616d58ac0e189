import { beforeEach, expect, it } from 'vitest';
import type { Table } from '#shared/ports/table.ts';
import {
  all,
  type Engine,
  failure,
  fill,
  insert,
  ownPartition,
  replace,
  type StandingClock,
  sortKeys,
  standingClock,
} from './engine.ts';

/** An item that has expired is as good as gone at once, whenever the engine deletes it. */
export function expiry(engine: Engine): void {
  let table: Table;
  let clock: StandingClock;
  beforeEach(async () => {
    clock = standingClock();
    table = await engine.open(clock);
  });

  async function expiring(seconds: number) {
    const at = { pk: ownPartition(), sk: 'S' };
    const item = { ...at, list: `${at.pk}-list`, listOrder: 'a', expiresAt: clock.seconds() + seconds };
    await table.commit([insert(item)]);
    return { at, item };
  }

  it('hides an item from the second it expires', async () => {
    const { at, item } = await expiring(10);
    clock.moveSeconds(9.999);
    expect(await table.get(at)).toEqual({ ...item, version: 1 });
    clock.moveSeconds(0.001);
    expect(await table.get(at)).toBeUndefined();
    expect(await table.getAll([at])).toEqual([]);
    expect((await table.query({ partition: at.pk })).items).toEqual([]);
    expect((await table.query({ partition: item.list, index: 'lists' })).items).toEqual([]);
  });

  it('inserts over an expired item, at version 1 again', async () => {
    const { at, item } = await expiring(10);
    await failure(table.commit([insert(item)]), 'table.conflict');
    clock.moveSeconds(10);
    await table.commit([insert({ ...at, fresh: true })]);
    expect(await table.get(at)).toEqual({ ...at, fresh: true, version: 1 });
  });

  it('counts an expired item as none in every requirement', async () => {
    const { at } = await expiring(10);
    clock.moveSeconds(10);
    await failure(table.commit([replace({ ...at }, 1)]), 'table.conflict');
    await failure(table.commit([{ delete: at, require: { version: 1 } }]), 'table.conflict');
    await failure(table.commit([{ check: at, require: { version: 1 } }]), 'table.conflict');
    await table.commit([{ check: at, require: 'absent' }]);
  });

  it('keeps an item that is written again with a later expiry, or none', async () => {
    const { at, item } = await expiring(10);
    await table.commit([replace({ ...item, expiresAt: clock.seconds() + 20 }, 1)]);
    clock.moveSeconds(10);
    expect(await table.get(at)).toMatchObject({ version: 2 });
    await table.commit([replace({ ...at }, 2)]);
    clock.moveSeconds(1000);
    expect(await table.get(at)).toEqual({ ...at, version: 3 });
  });

  it('finds what is behind expired items, even with a limit of one', async () => {
    const pk = ownPartition();
    const expiresAt = clock.seconds() + 1;
    await fill(
      table,
      ['a', 'b', 'c', 'd', 'e'].map((sk) => (sk < 'd' ? { pk, sk, expiresAt } : { pk, sk })),
    );
    clock.moveSeconds(1);
    expect(sortKeys((await table.query({ partition: pk, limit: 1 })).items)).toEqual(['d']);
    expect(sortKeys(await all(table, { partition: pk, limit: 2 }))).toEqual(['d', 'e']);
  });
}
