import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Json, Table } from '#shared/ports/table.ts';
import { type Engine, failure, insert, ownPartition, standingClock, write } from './engine.ts';

/** What an item may hold, and how it comes back. */
export function values(engine: Engine): void {
  let table: Table;
  beforeAll(async () => {
    table = await engine.open(standingClock());
  });

  async function returned(value: unknown): Promise<unknown> {
    const at = { pk: ownPartition(), sk: 'S' };
    await table.commit([insert({ ...at, value: value as Json })]);
    return (await table.get(at))?.value;
  }
  const refused = (attributes: object) =>
    failure(table.commit([insert({ pk: ownPartition(), sk: 'S', ...attributes })]), 'table.bad-change');

  it.each([
    ['cents', 1_825_050],
    ['a fraction', 0.1],
    ['a sum of fractions', 0.1 + 0.2],
    ['the largest safe integer', Number.MAX_SAFE_INTEGER],
    ['the smallest safe integer', Number.MIN_SAFE_INTEGER],
    ['a power beyond it', 2 ** 70],
    ['1e21', 1e21],
    ['a very large number', 9.99e125],
    ['a very small number', -1e-130],
    ['zero', 0],
    ['no text', ''],
    ['text of many scripts', 'Größe 東京 🏈\u0000\n"\\'],
    ['true', true],
    ['false', false],
    ['null', null],
    ['nothing in a list', []],
    ['nothing in a map', {}],
    ['nesting', { list: [1, 'two', [null, { deep: [] }], {}], map: { '': undefined } }],
  ])('gives back %s as it was written', async (_, value) => {
    expect(await returned(value)).toEqual(value);
  });

  it('stores -0 as 0', async () => {
    expect(Object.is(await returned(-0), 0)).toBe(true);
  });

  it('leaves out attributes that are undefined, also inside others', async () => {
    const at = { pk: ownPartition(), sk: 'S' };
    await table.commit([insert({ ...at, gone: undefined, map: { gone: undefined, kept: 1 }, list: undefined })]);
    expect(Object.keys((await table.get(at)) ?? {}).sort()).toEqual(['map', 'pk', 'sk', 'version']);
    expect(Object.keys((await table.get(at))?.map ?? {})).toEqual(['kept']);
  });

  it('does not share memory with what was written or read', async () => {
    const at = { pk: ownPartition(), sk: 'S' };
    const written = { list: [1] };
    await table.commit([insert({ ...at, written })]);
    written.list.push(2);
    const read = z.object({ written: z.object({ list: z.array(z.number()) }) }).parse(await table.get(at));
    read.written.list.push(3);
    expect(await table.get(at)).toMatchObject({ written: { list: [1] } });
  });

  it.each<[string, unknown]>([
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a number DynamoDB cannot hold', 1e126],
    ['a number too close to zero', 5e-324],
    ['a date', new Date(0)],
    ['a map that is not plain', new Map()],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a big integer', 1n],
    ['undefined in a list', [undefined]],
    ['half a surrogate pair', '\ud83c'],
    ['a name that is empty', { '': 1 }],
    ['a name that is no name', JSON.parse('{"__proto__": 1}')],
    ['32 levels', JSON.parse('['.repeat(32) + ']'.repeat(32))],
  ])('refuses %s, at the top and inside', async (_, value) => {
    await refused({ value });
    await refused({ value: { inside: [value] } });
  });

  it('takes 31 levels of nesting', async () => {
    const value = JSON.parse('['.repeat(31) + ']'.repeat(31));
    expect(await returned(value)).toEqual(value);
  });

  it.each([
    ['an empty pk', { pk: '' }],
    ['an empty sk', { sk: '' }],
    ['no sk', { sk: undefined }],
    ['a number as sk', { sk: 5 }],
    ['a pk over 2048 bytes', { pk: 'é'.repeat(1025) }],
    ['an sk over 1024 bytes', { sk: 'é'.repeat(513) }],
    ['an empty list', { list: '', listOrder: 'a' }],
    ['an empty list order', { list: 'L', listOrder: '' }],
    ['a number as list order', { list: 'L', listOrder: 5 }],
    ['null as list', { list: null }],
    ['an expiry that is not whole seconds', { expiresAt: 1.5 }],
    ['an expiry that is text', { expiresAt: '2026' }],
  ])('refuses %s', async (_, attributes) => {
    await refused(attributes);
  });

  it('takes keys of the longest length', async () => {
    const at = { pk: ownPartition().padEnd(2048, 'x'), sk: 'é'.repeat(512) };
    await table.commit([insert({ ...at })]);
    expect(await table.get(at)).toEqual({ ...at, version: 1 });
  });

  it.each(['', '\ud83c', 'x'.repeat(1025)])('refuses a bad key in deletes, checks and reads (%#)', async (sk) => {
    const bad = { pk: 'P', sk };
    await failure(table.commit([{ delete: bad, require: 'any' }]), 'table.bad-change');
    await failure(table.commit([{ check: bad, require: 'absent' }]), 'table.bad-change');
    await failure(table.get(bad), 'table.bad-query');
    await failure(table.getAll([bad]), 'table.bad-query');
  });

  describe('size', () => {
    const most = 400 * 1024;
    // DynamoDB counts names and values; the version counts with the most it can take.
    const room = (pk: string) => most - Buffer.byteLength(`pk${pk}skSbodyversion`) - 10;

    it.each(['x', 'é'])('takes an item of just 400 KB and refuses one over it (%s)', async (letter) => {
      const pk = ownPartition();
      const body = letter.repeat(Math.floor(room(pk) / Buffer.byteLength(letter)));
      await table.commit([insert({ pk, sk: 'S', body })]);
      expect((await table.get({ pk, sk: 'S' }))?.body).toHaveLength(body.length);
      const over = table.commit([write({ pk, sk: 'S', body: `${body}${letter}` })]);
      expect(await failure(over, 'table.too-large')).toMatchObject({ key: { pk, sk: 'S' } });
    });

    it('refuses a commit over 4 MB, and takes one under it', async () => {
      const pk = ownPartition();
      const items = Array.from({ length: 11 }, (_, n) => write({ pk, sk: `${n}`, body: 'x'.repeat(390 * 1024) }));
      await failure(table.commit(items), 'table.too-large');
      expect((await table.query({ partition: pk })).items).toEqual([]);
      await table.commit(items.slice(0, 10));
      expect(await table.get({ pk, sk: '9' })).toBeDefined();
    });
  });

  it('gives back any JSON', async () => {
    const Value = fc.jsonValue({ maxDepth: 5 }).filter((value) => !/"(__proto__)?":|e[+-]/.test(JSON.stringify(value)));
    await fc.assert(
      fc.asyncProperty(Value, async (value) => {
        expect(await returned(value)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: engine.rounds * 3 },
    );
  });
}
