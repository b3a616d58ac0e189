/** What sealing personal data costs, as ratios to the same store without it, in one run. */
import { dataKeys } from '#shared/adapters/personal-data/data-keys.ts';
import { sealedTable } from '#shared/adapters/personal-data/sealed-table.ts';
import { wrappingKey } from '#shared/adapters/personal-data/wrapping-key.ts';
import { openSqlite } from '#shared/adapters/sqlite/open-sqlite.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import type { NewItem, Table } from '#shared/ports/table.ts';

const rounds = 4_000;
const html = Array.from(
  { length: 320 },
  (_, row) =>
    `<tr><td style="padding:8px 16px;font:14px Arial">Figure ${row}</td><td align="right">${row * 7919}</td></tr>`,
).join('\n');

const items: Readonly<Record<string, (i: number) => NewItem>> = {
  contact: (i) => ({
    pk: 'CLIENT#c',
    sk: `CONTACT#${i}`,
    entity: 'contact',
    clientId: 'c',
    email: `person-${i}@c.example`,
  }),
  mail: (i) => ({
    pk: `MAIL#${i}`,
    sk: 'MAIL',
    entity: 'mail',
    about: 'c',
    to: `p-${i}@c.example`,
    subject: 'S',
    text: html.slice(0, 4_000),
    html,
  }),
};

const store = () => openSqlite(':memory:', systemClock).table;
const plain = store();
const stored = store();
const sealed = sealedTable(
  stored,
  dataKeys({ table: stored, masterKey: wrappingKey(Buffer.alloc(32)), clock: systemClock }),
);

async function perItem(table: Table, work: (table: Table, i: number) => Promise<unknown>, times: number) {
  const begun = performance.now();
  for (let i = 0; i < times; i++) await work(table, i);
  return ((performance.now() - begun) * 1_000) / times;
}

console.log('item      plain us  sealed us  plain bytes  sealed bytes  write units plain -> sealed');
for (const [name, make] of Object.entries(items)) {
  const times = name === 'mail' ? rounds / 8 : rounds;
  const write = (table: Table, i: number) => table.commit([{ put: make(i), require: 'any' }]);
  const read = (table: Table, i: number) => table.get(make(i));
  const bytes = async (table: Table) => JSON.stringify(await table.get(make(1))).length;
  for (const table of [plain, sealed]) await perItem(table, write, 50);
  const measured = {
    write: [await perItem(plain, write, times), await perItem(sealed, write, times)],
    read: [await perItem(plain, read, times), await perItem(sealed, read, times)],
  };
  const sizes = [await bytes(plain), await bytes(stored)];
  const units = sizes.map((size) => Math.ceil(size / 1_024));
  for (const [what, [before = 0, after = 0]] of Object.entries(measured))
    console.log(
      `${`${name} ${what}`.padEnd(14)}${before.toFixed(1).padStart(6)}${after.toFixed(1).padStart(9)}${String(sizes[0]).padStart(12)}${String(sizes[1]).padStart(13)}      ${units.join(' -> ')}`,
    );
}
