/**
 * A process of its own, for tests: makes moves in the store of a file, again and again when another process came first,
 * and prints the number of each as soon as its commit returned. `node move-process.ts FILE [MOVES]`
 */
import { writeSync } from 'node:fs';
import { openSqlite } from '#shared/adapters/sqlite/open-sqlite.ts';
import { isAppError } from '#shared/domain/errors.ts';
import { move } from './moves.ts';

const [file = '', moves = 'Infinity'] = process.argv.slice(2);
const { table } = openSqlite(file, { now: () => new Date(), wall: () => new Date() });

for (let made = 0; made < Number(moves); ) {
  try {
    writeSync(1, `${await move(table)}\n`);
    made += 1;
  } catch (error) {
    if (!isAppError(error, 'table.conflict')) throw error;
  }
}
