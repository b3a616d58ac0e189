import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
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
