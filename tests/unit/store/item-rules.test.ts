import { describe, expect, it } from 'vitest';
import { checkCommit } from '#shared/adapters/item-rules/commit.ts';
import { sizeOfItem } from '#shared/adapters/item-rules/item.ts';
import { checkKeysRead, checkQuery, keysOf, positionIn } from '#shared/adapters/item-rules/query.ts';
import { AppError } from '#shared/domain/errors.ts';
import type { Json, NewItem, Query } from '#shared/ports/table.ts';
import { tableDescription } from '#shared/store/table.ts';

const at = { pk: 'P', sk: 'S' };

function refusalOf(attempt: () => unknown): unknown {
  try {
    return attempt();
  } catch (error) {
    return error instanceof AppError ? [error.code, error.details] : error;
  }
}

describe('what cannot be stored is refused with its key, its attribute and the problem', () => {
  const item = (attributes: object): NewItem => ({ ...at, ...attributes }) as NewItem;
  const deep = (levels: number): Json => (levels === 0 ? 1 : [deep(levels - 1)]);
  it.each([
    [{ text: '\ud800' }, 'text', 'holds broken Unicode'],
    [{ number: Number.NaN }, 'number', 'holds a number out of range'],
    [{ number: 1e126 }, 'number', 'holds a number out of range'],
    [{ date: new Date(0) }, 'date', 'holds something that is not JSON'],
    [
      { list: 'L', listOrder: '' },
      'listOrder',
      'is missing, empty, too long or broken text, so it cannot be part of a key',
    ],
    [{ deep: deep(32) }, 'deep', 'is nested deeper than 32 levels'],
    [{ deep: { a: deep(31) } }, 'deep', 'is nested deeper than 32 levels'],
    [{ map: { '': 1 } }, 'map', 'has a name that cannot be stored'],
    [{ expiresAt: 1.5 }, 'expiresAt', 'is not whole seconds'],
    [{ expiresAt: -1 }, 'expiresAt', 'is not whole seconds'],
  ])('%o', (attributes, attribute, problem) => {
    expect(refusalOf(() => sizeOfItem(item(attributes)))).toEqual([
      'table.bad-change',
      { key: at, attribute, problem },
    ]);
  });

  it('and what is just within is not', () => {
    const within = {
      deep: deep(31),
      map: { a: deep(30) },
      expiresAt: 0,
      number: 9.99e125,
      small: -1e-130,
      nothing: undefined,
    };
    expect(sizeOfItem(item({ ...within, bare: Object.assign(Object.create(null), { a: 1 }) }))).toBeGreaterThan(0);
  });

  it('a version to guard by that no item can have', () => {
    expect(refusalOf(() => checkCommit([{ delete: at, require: { version: 0 } }]))).toEqual([
      'table.bad-change',
      { key: at, version: 0, problem: 'is not a version to guard by' },
    ]);
  });
});

/** Sizes as the guide of DynamoDB counts them, a key of two bytes each and the longest version added. */
describe('an item has the size that DynamoDB counts', () => {
  const base = sizeOfItem(at);
  it.each<[Json, number]>([
    ['\u00e9', 2],
    [true, 1],
    [null, 1],
    [0, 3],
    [12, 3],
    [-123.5, 4],
    [1234567, 6],
    [[], 3],
    [{}, 3],
    [[1, 'ab'], 3 + 1 + 3 + 1 + 2],
    [{ a: 'bc', d: null }, 3 + 1 + 1 + 2 + 1 + 1 + 1],
  ])('%o: %i bytes and its name', (value, bytes) => {
    expect(sizeOfItem({ ...at, n: value }) - base).toBe(1 + bytes);
  });

  it('in which the version that a caller has does not count', () => {
    expect(sizeOfItem({ ...at, version: 5 })).toBe(base);
  });
});

describe('a commit', () => {
  const changes = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ delete: { pk: 'P', sk: `S${n}` }, require: 'any' as const }));

  it('has at most a hundred changes, of as many keys', () => {
    expect(refusalOf(() => checkCommit(changes(100)))).toBeUndefined();
    expect(refusalOf(() => checkCommit(changes(101)))).toEqual(['table.too-many-changes', { changes: 101, keys: 101 }]);
    const twice = [...changes(2), ...changes(1)];
    expect(refusalOf(() => checkCommit(twice))).toEqual(['table.too-many-changes', { changes: 3, keys: 2 }]);
  });

  it('has exactly as many bytes as an engine takes, and not one more', () => {
    const { commitBytes, itemBytes } = tableDescription.limits;
    const room = sizeOfItem({ pk: 'P', sk: 'S00', text: '' });
    const put = (sk: string, bytes: number) => ({
      put: { pk: 'P', sk, text: 'x'.repeat(bytes - room) },
      require: 'any' as const,
    });
    const full = Array.from({ length: 10 }, (_, n) => put(`S0${n}`, itemBytes));
    const rest = commitBytes - 10 * itemBytes;
    expect(refusalOf(() => checkCommit([...full, put('S10', rest)]))).toBeUndefined();
    expect(refusalOf(() => checkCommit([...full, put('S10', rest + 1)]))).toEqual([
      'table.too-large',
      { bytes: commitBytes + 1 },
    ]);
  });
});

describe('a query that cannot be answered says why', () => {
  const cursor = (position: object) => Buffer.from(JSON.stringify(position)).toString('base64url');
  it.each<[Query, string]>([
    [{ partition: 'P', index: 'none' as never }, 'the index does not exist'],
    [{ partition: '' }, 'the partition cannot be that of an item'],
    [
      { partition: 'P', prefix: '' },
      'prefix, from and to must be text that a sort key can begin with; leave out what is empty',
    ],
    [
      { partition: 'P', to: '' },
      'prefix, from and to must be text that a sort key can begin with; leave out what is empty',
    ],
    [{ partition: 'P', prefix: 'A', from: 'A' }, 'prefix excludes from and to'],
    [{ partition: 'P', prefix: 'A', to: 'B' }, 'prefix excludes from and to'],
    [{ partition: 'P', limit: 0 }, 'the limit is not a positive number'],
    [{ partition: 'P', limit: 1.5 }, 'the limit is not a positive number'],
  ])('%o', (query, problem) => {
    expect(refusalOf(() => checkQuery(query))).toEqual(['table.bad-query', { problem }]);
  });

  it.each([
    ['nonsense', undefined],
    [cursor({ pk: 'P' }), undefined],
    [cursor({ pk: 'P', sk: '' }), undefined],
    [cursor({ sk: 'S' }), undefined],
    [cursor({ pk: 'Q', sk: 'S' }), undefined],
    [cursor({ pk: 'P', sk: 'S' }), { pk: 'P', sk: 'S' }],
  ])('and goes on only from a cursor of its own: %s', (given, position) => {
    expect(refusalOf(() => positionIn({ partition: 'P', cursor: given }))).toEqual(
      position ?? ['table.bad-query', { problem: 'the cursor is not one of this query' }],
    );
  });

  it('in a list only from a cursor that has the place in the list too', () => {
    const query = { index: 'lists', partition: 'L' } as const;
    expect(keysOf(query)).toEqual({ partitionKey: 'list', sortKey: 'listOrder' });
    const whole = { pk: 'P', sk: 'S', list: 'L', listOrder: '1' };
    expect(positionIn({ ...query, cursor: cursor(whole) })).toEqual(whole);
    for (const missing of ['pk', 'sk', 'listOrder'] as const)
      expect(refusalOf(() => positionIn({ ...query, cursor: cursor({ ...whole, [missing]: '' }) }))).toEqual([
        'table.bad-query',
        { problem: 'the cursor is not one of this query' },
      ]);
  });

  it('of a key that no item can have', () => {
    const problem = 'a part of a key is missing, empty, too long or broken text';
    for (const key of [
      { ...at, pk: '' },
      { ...at, sk: '' },
    ])
      expect(refusalOf(() => checkKeysRead([at, key]))).toEqual(['table.bad-query', { problem }]);
    expect(checkKeysRead([at])).toBeUndefined();
  });
});
