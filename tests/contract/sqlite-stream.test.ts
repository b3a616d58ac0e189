import { expect, it } from 'vitest';
import type { Change } from '#shared/ports/table.ts';
import { open, storeFile } from './sqlite/processes.ts';

const announced = (sk: string, require: 'absent' | 'any' | { version: number } = 'absent'): Change => ({
  put: { pk: 'P', sk, announce: true },
  require,
});

it('holds inserted items that announce themselves, oldest first, until they are acknowledged', async () => {
  const { table, stream } = open(':memory:');
  await table.commit([announced('a'), { put: { pk: 'P', sk: 'quiet' }, require: 'absent' }]);
  await table.commit([announced('b'), announced('c')]);
  const first = stream.read(2);
  expect(first.map(({ item }) => item)).toEqual([
    { pk: 'P', sk: 'a', announce: true, version: 1 },
    { pk: 'P', sk: 'b', announce: true, version: 1 },
  ]);
  expect(stream.read(2)).toEqual(first);
  stream.acknowledge(first.map(({ sequence }) => sequence));
  expect(stream.read(10).map(({ item }) => item.sk)).toEqual(['c']);
});

it('holds an item as it was inserted, though it was changed or deleted since', async () => {
  const { table, stream } = open(':memory:');
  await table.commit([announced('a'), announced('b')]);
  await table.commit([
    { put: { pk: 'P', sk: 'a', announce: true, more: 1 }, require: { version: 1 } },
    { delete: { pk: 'P', sk: 'b' }, require: 'any' },
  ]);
  expect(stream.read(10).map(({ item }) => item)).toEqual([
    { pk: 'P', sk: 'a', announce: true, version: 1 },
    { pk: 'P', sk: 'b', announce: true, version: 1 },
  ]);
});

it('counts an "any" put as an insert only when there was no item', async () => {
  const { table, stream } = open(':memory:');
  await table.commit([announced('a', 'any')]);
  await table.commit([announced('a', 'any')]);
  expect(stream.read(10)).toHaveLength(1);
});

it('knows nothing of a commit that failed', async () => {
  const { table, stream } = open(':memory:');
  await table.commit([announced('taken')]);
  await expect(table.commit([announced('fresh'), announced('taken')])).rejects.toMatchObject({
    code: 'table.conflict',
  });
  expect(stream.read(10).map(({ item }) => item.sk)).toEqual(['taken']);
});

it('never uses a sequence twice and survives a restart', async () => {
  const file = storeFile();
  const before = open(file);
  await before.table.commit([announced('a')]);
  const [first] = before.stream.read(1);
  before.stream.acknowledge([first?.sequence ?? 0]);
  await before.table.commit([announced('b')]);
  const again = open(file).stream.read(10);
  expect(again.map(({ item }) => item.sk)).toEqual(['b']);
  expect(again[0]?.sequence).toBeGreaterThan(first?.sequence ?? 0);
});
