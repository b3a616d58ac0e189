import * as z from 'zod';
import { type Change, type Key, queryAll, type Table } from '#shared/ports/table.ts';

export const accountCount = 12;
export const startBalance = 1000;

const Account = z.object({ sk: z.string(), version: z.int(), balance: z.int(), moves: z.int() });
type Account = z.infer<typeof Account>;

const accountKey = (n: number): Key => ({ pk: 'ACCOUNTS', sk: String(n).padStart(2, '0') });
export const moveKey = (n: number): Key => ({ pk: 'MOVES', sk: String(n).padStart(8, '0') });

/** The accounts all in one commit, with the same balance. */
export const openAccounts: readonly Change[] = Array.from({ length: accountCount }, (_, n) => ({
  put: { ...accountKey(n), balance: startBalance, moves: 0 },
  require: 'absent',
}));

export async function accounts(table: Table): Promise<Account[]> {
  const found: Account[] = [];
  for await (const item of queryAll(table, { partition: 'ACCOUNTS' })) found.push(Account.parse(item));
  return found;
}

/**
 * Takes one unit from each account for the next, a different number from each, and announces the move. One commit: it
 * keeps the sum and counts itself in every account. Returns the move's number.
 */
export async function move(table: Table): Promise<number> {
  const before = await accounts(table);
  const number = (before[0]?.moves ?? 0) + 1;
  const balances = before.map(({ balance }, n) => balance - n + ((n + 1) % before.length));
  await table.commit([
    ...before.map(
      ({ sk, version, moves }, n): Change => ({
        put: { pk: 'ACCOUNTS', sk, balance: balances[n] ?? 0, moves: moves + 1 },
        require: { version },
      }),
    ),
    { put: { ...moveKey(number), announce: true }, require: 'absent' },
  ]);
  return number;
}
