/**
 * A process of its own, for tests: leases deliveries from the store of a file until there are none, and prints the id of
 * each. `node lease-process.ts FILE`
 */
import { writeSync } from 'node:fs';
import { openSqlite } from '#shared/adapters/sqlite/open-sqlite.ts';

const [file = ''] = process.argv.slice(2);
const { queue } = openSqlite(file, { now: () => new Date(), wall: () => new Date() });

for (let leased = queue.lease(3, Date.now(), 60_000); leased.length > 0; leased = queue.lease(3, Date.now(), 60_000)) {
  writeSync(1, leased.map(({ id }) => `${id}\n`).join(''));
  queue.done(leased.slice(1).map(({ id }) => id));
}
