import { beforeAll, expect, it } from 'vitest';
import type { Table } from '#shared/ports/table.ts';
import {
  all,
  byBytes,
  type Engine,
  failure,
  fill,
  insert,
  ownPartition,
  replace,
  sortKeys,
  standingClock,
} from './engine.ts';

/** What a query finds, in which order, page by page. */
export function queries(engine: Engine): void {
  let table: Table;
  beforeAll(async () => {
    table = await engine.open(standingClock());
  });

  const texts = [
    'A',
    'Z',
    'a',
    'a#1',
    'a#10',
    'a#2',
    'b',
    'z',
    'é',
    'ê',
    '東',
    '\ud7ff',
    '\ue000',
    '\uffff',
    '🏈',
    '\u{10ffff}',
  ];
  /** A partition, which is also a list, with an item for each text; odd ones also in a list. */
  async function partitionOf(sks: readonly string[], attributes: object = {}): Promise<string> {
    const pk = ownPartition();
    await fill(
      table,
      sks.map((sk) => ({ pk, sk, list: `${pk}-list`, listOrder: sk, ...attributes })),
    );
    return pk;
  }

  it('finds nothing in an empty partition, list or range', async () => {
    const pk = await partitionOf(['a', 'b']);
    expect(await table.query({ partition: 'nobody' })).toEqual({ items: [] });
    expect(await table.query({ partition: 'nobody', index: 'lists' })).toEqual({ items: [] });
    expect(await table.query({ partition: pk, from: 'c' })).toEqual({ items: [] });
    expect(await table.query({ partition: pk, from: 'b', to: 'a' })).toEqual({ items: [] });
    expect(await table.query({ partition: pk, prefix: 'ab' })).toEqual({ items: [] });
  });

  it.each(['table', 'lists'])('sorts by UTF-8 bytes, whatever the script: %s', async (source) => {
    const pk = await partitionOf(texts.toReversed());
    const query = source === 'table' ? { partition: pk } : { partition: `${pk}-list`, index: source };
    const sorted = texts.toSorted(byBytes);
    expect(sortKeys(await all(table, query))).toEqual(sorted);
    expect(sortKeys(await all(table, { ...query, order: 'ascending' }))).toEqual(sorted);
    expect(sortKeys(await all(table, { ...query, order: 'descending' }))).toEqual(sorted.toReversed());
  });

  it.each(['table', 'lists'])('selects by prefix and by range, both ends included: %s', async (source) => {
    const pk = await partitionOf(texts);
    const query = source === 'table' ? { partition: pk } : { partition: `${pk}-list`, index: source };
    const selected = (range: object) => all(table, { ...query, ...range }).then(sortKeys);
    for (const one of texts) {
      expect(await selected({ prefix: one })).toEqual(texts.filter((text) => text.startsWith(one)).sort(byBytes));
      expect(await selected({ from: one })).toEqual(texts.filter((text) => byBytes(text, one) >= 0).sort(byBytes));
      expect(await selected({ to: one })).toEqual(texts.filter((text) => byBytes(text, one) <= 0).sort(byBytes));
    }
    expect(await selected({ from: 'a', to: 'a#2' })).toEqual(['a', 'a#1', 'a#10', 'a#2']);
    expect(await selected({ from: 'a#1', to: 'a#1' })).toEqual(['a#1']);
    expect(await selected({ prefix: 'a#', order: 'descending' })).toEqual(['a#2', 'a#10', 'a#1']);
  });

  it.each([1, 2, 3, 7, 16, 17])('pages of %i hold every item once', async (limit) => {
    const pk = await partitionOf(texts);
    for (const source of [{ partition: pk }, { partition: `${pk}-list`, index: 'lists' }])
      for (const order of ['ascending', 'descending'] as const) {
        const found: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await table.query({ ...source, order, limit, ...(cursor === undefined ? {} : { cursor }) });
          expect(page.items.length).toBeLessThanOrEqual(limit);
          found.push(...sortKeys(page.items));
          cursor = page.cursor;
        } while (cursor !== undefined);
        expect(found).toEqual(order === 'ascending' ? texts.toSorted(byBytes) : texts.toSorted(byBytes).toReversed());
      }
  });

  it('goes on after a cursor although items came and went meanwhile', async () => {
    const pk = await partitionOf(['a', 'b', 'c', 'd']);
    const { cursor } = await table.query({ partition: pk, limit: 2 });
    await table.commit([
      { delete: { pk, sk: 'b' }, require: 'any' },
      insert({ pk, sk: 'aa' }),
      insert({ pk, sk: 'bb' }),
    ]);
    expect(sortKeys(await all(table, { partition: pk, cursor: cursor ?? '' }))).toEqual(['bb', 'c', 'd']);
  });

  it('ends a page at about 1 MB and goes on with the next', async () => {
    const sks = Array.from({ length: 9 }, (_, n) => `${n}`);
    const pk = ownPartition();
    await fill(
      table,
      sks.map((sk) => ({ pk, sk, body: 'x'.repeat(300 * 1024) })),
    );
    const first = await table.query({ partition: pk });
    expect(first.items.length).toBeGreaterThan(2);
    expect(first.items.length).toBeLessThan(6);
    expect(sortKeys(await all(table, { partition: pk }))).toEqual(sks);
  });

  it('lists items of different partitions together, in list order, with the same order for several', async () => {
    const list = ownPartition();
    const keys = ['c', 'a', 'b', 'a', 'a', 'c'].map((listOrder, n) => ({ pk: ownPartition(), sk: `${n}`, listOrder }));
    await fill(
      table,
      keys.map((item) => ({ ...item, list })),
    );
    const whole = await all(table, { partition: list, index: 'lists' });
    expect(whole.map(({ listOrder }) => listOrder)).toEqual(['a', 'a', 'a', 'b', 'c', 'c']);
    for (const limit of [1, 2, 4]) expect(await all(table, { partition: list, index: 'lists', limit })).toEqual(whole);
    const down = await all(table, { partition: list, index: 'lists', order: 'descending', limit: 2 });
    expect(down.map(({ listOrder }) => listOrder)).toEqual(['c', 'c', 'b', 'a', 'a', 'a']);
    expect(new Set(sortKeys(down)).size).toBe(6);
  });

  it('lists whole items, and only those that have both a list and an order', async () => {
    const list = ownPartition();
    const item = { pk: ownPartition(), sk: 'S', list, listOrder: 'a', more: { than: ['keys'] } };
    await table.commit([
      insert(item),
      insert({ pk: ownPartition(), sk: 'S', list }),
      insert({ pk: ownPartition(), sk: 'S', listOrder: 'a' }),
    ]);
    expect(await all(table, { partition: list, index: 'lists' })).toEqual([{ ...item, version: 1 }]);
  });

  it('takes an item off the list when it loses the attribute, moves it with its order, and drops it when deleted', async () => {
    const [pk, list] = [ownPartition(), ownPartition()];
    const listed = async () =>
      (await all(table, { partition: list, index: 'lists' })).map(({ listOrder }) => listOrder);
    await table.commit([insert({ pk, sk: 'S', list, listOrder: 'b' })]);
    await table.commit([replace({ pk, sk: 'S', list, listOrder: 'a' }, 1)]);
    expect(await listed()).toEqual(['a']);
    await table.commit([replace({ pk, sk: 'S', listOrder: 'a' }, 2)]);
    expect(await listed()).toEqual([]);
    await table.commit([replace({ pk, sk: 'S', list, listOrder: 'c' }, 3)]);
    expect(await listed()).toEqual(['c']);
    await table.commit([{ delete: { pk, sk: 'S' }, require: 'any' }]);
    expect(await listed()).toEqual([]);
  });

  it.each([
    ['an empty partition', { partition: '' }],
    ['broken text', { from: '\ud83c' }],
    ['an empty prefix', { prefix: '' }],
    ['an empty start', { from: '' }],
    ['an empty end', { to: '' }],
    ['a prefix and a range', { prefix: 'a', from: 'a' }],
    ['an unknown index', { index: 'elsewhere' }],
    ['a limit of 0', { limit: 0 }],
    ['half a limit', { limit: 1.5 }],
    ['an empty cursor', { cursor: '' }],
    ['a cursor that is none', { cursor: 'nonsense' }],
    ['a cursor of another partition', { cursor: Buffer.from('{"pk":"Q","sk":"S"}').toString('base64url') }],
  ])('refuses %s', async (_, query) => {
    await failure(table.query({ partition: 'P', ...query }), 'table.bad-query');
  });
}
