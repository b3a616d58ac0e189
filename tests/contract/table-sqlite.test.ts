import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { dataKeys } from '#shared/adapters/personal-data/data-keys.ts';
import { sealedTable } from '#shared/adapters/personal-data/sealed-table.ts';
import { wrappingKey } from '#shared/adapters/personal-data/wrapping-key.ts';
import { openSqlite, type SqliteStore } from '#shared/adapters/sqlite/open-sqlite.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Table } from '#shared/ports/table.ts';
import { tableContract } from './table-contract.ts';

const directory = mkdtempSync(join(tmpdir(), 'table-'));
const opened: SqliteStore[] = [];
const open = (file: string) => (clock: Clock) => {
  const store = openSqlite(file, clock);
  opened.push(store);
  return store.table;
};
afterAll(() => {
  for (const store of opened) store.close();
  rmSync(directory, { recursive: true });
});

describe('SQLite in a file, two handles', () => {
  const openFile = open(join(directory, 'table.sqlite'));
  tableContract({ open: async (clock) => openFile(clock), rounds: 50 });
});

describe('SQLite in a file, with personal data sealed', () => {
  const openFile = open(join(directory, 'sealed.sqlite'));
  const masterKey = wrappingKey(Buffer.alloc(32, 1));
  const openSealed = (clock: Clock) => {
    const table = openFile(clock);
    return sealedTable(table, dataKeys({ table, masterKey, clock }));
  };
  tableContract({ open: async (clock) => openSealed(clock), rounds: 20 });
});

describe('SQLite in memory', () => {
  // Memory belongs to one handle, so opening it again under the same clock gives that handle.
  const tables = new Map<Clock, Table>();
  const openMemory = (clock: Clock) => {
    const table = tables.get(clock) ?? open(':memory:')(clock);
    tables.set(clock, table);
    return table;
  };
  tableContract({ open: async (clock) => openMemory(clock), rounds: 200 });
});
