import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { accountCount, accounts, moveKey, openAccounts, startBalance } from './sqlite/moves.ts';
import { open, start, storeFile } from './sqlite/processes.ts';

const kills = 8;

it('has lost nothing and has nothing half-written after kill -9 in the middle of commits', async () => {
  const file = storeFile();
  await open(file).table.commit(openAccounts);
  let acknowledged = 0;

  for (let round = 0; round < kills; round++) {
    const child = start('move-process.ts', file);
    while (child.printed().length === 0) await wait(5);
    await wait(Math.random() * 100);
    child.kill();
    await child.ended;
    acknowledged = Math.max(acknowledged, ...child.printed());

    const { table, stream } = open(file);
    const after = await accounts(table);
    const moves = after[0]?.moves ?? 0;
    expect(moves).toBeGreaterThanOrEqual(acknowledged);
    // The one commit whose answer the kill may have cut off.
    expect(moves).toBeLessThanOrEqual(acknowledged + 1);
    expect(after.map((account) => account.moves)).toEqual(Array(accountCount).fill(moves));
    expect(after.reduce((sum, { balance }) => sum + balance, 0)).toBe(accountCount * startBalance);

    const made = Array.from({ length: moves }, (_, n) => moveKey(n + 1));
    expect(await table.getAll(made)).toHaveLength(moves);
    expect(stream.read(moves + 1).map(({ item: { pk, sk } }) => ({ pk, sk }))).toEqual(made);
  }
  expect(acknowledged).toBeGreaterThan(kills);
}, 30_000);

it('loses no write when two processes guard the same items', async () => {
  const file = storeFile();
  const { table, stream } = open(file);
  await table.commit(openAccounts);
  const children = [start('move-process.ts', file, '40'), start('move-process.ts', file, '40')];
  expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0]);
  expect((await accounts(table)).map(({ moves }) => moves)).toEqual(Array(accountCount).fill(80));
  expect(children.flatMap(({ printed }) => printed()).sort((one, other) => one - other)).toEqual(
    Array.from({ length: 80 }, (_, n) => n + 1),
  );
  expect(stream.read(1000)).toHaveLength(80);
}, 30_000);

it('can be opened for the first time by several processes at once', async () => {
  const file = storeFile();
  const children = Array.from({ length: 3 }, () => start('lease-process.ts', file));
  expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0, 0]);
}, 30_000);
