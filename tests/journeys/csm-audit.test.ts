import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { csm } from './csm-process.ts';

const directory = mkdtempSync(join(tmpdir(), 'csm-audit-'));
const lived = join(directory, 'lived');
afterAll(() => rmSync(directory, { recursive: true }));

beforeAll(async () => {
  await csm('import', 'portfolio', 'docs/examples/portfolio.csv', '--data', lived);
  for (const act of ['pause', 'resume', 'pause', 'resume']) await csm(act, '--data', lived);
  expect(await csm('audit', 'verify', '--data', lived)).toMatchObject({ code: 0, err: '' });
}, 60_000);

const entry = (sequence: number) => `pk = 'AUDIT#*' AND sk = 'ENTRY#00000000${sequence}'`;

it.each([
  ['changed', `UPDATE items SET item = json_set(item, '$.by', 'system') WHERE ${entry(2)}`, 'entry 2: changed'],
  ['removed', `DELETE FROM items WHERE ${entry(2)}`, 'entry 2: missing'],
  [
    'put in another order',
    `UPDATE items SET sk = 'ENTRY#000000009' WHERE ${entry(2)}; UPDATE items SET sk = 'ENTRY#000000002' WHERE ${entry(3)}`,
    'entry 2: out of place',
  ],
  ['cut off', `DELETE FROM items WHERE ${entry(4)}`, 'entry 4: cut off'],
  ['removed together', "DELETE FROM items WHERE pk = 'AUDIT#*'", 'entry 4: rewritten since last verified'],
  ['damaged', `UPDATE items SET item = json_set(item, '$.act', 'nothing') WHERE ${entry(2)}`, 'entry 2: unreadable'],
  [
    'taken from another chain',
    "DELETE FROM items WHERE pk = 'AUDIT#*'; UPDATE items SET pk = 'AUDIT#*' WHERE pk = 'AUDIT#sec'",
    'entry 1: head missing',
  ],
  [
    'damaged at the head',
    "UPDATE items SET item = json_remove(item, '$.hash') WHERE pk = 'AUDIT#*' AND sk = 'HEAD'",
    'entry 4: head missing',
  ],
])(
  'csm audit verify says where entries of the trail were %s, and still reads the others',
  async (what, forgery, says) => {
    const data = join(directory, what.replaceAll(' ', '-'));
    cpSync(lived, data, { recursive: true });
    const file = new DatabaseSync(join(data, 'csm.sqlite'));
    file.exec(forgery);
    file.close();
    const { code, out, err } = await csm('audit', 'verify', '--data', data);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^all clients: \d entr(y|ies), BROKEN$/m);
    expect(out).toContain(`  ${says}`);
    expect(out).toMatch(/^big-12: 1 entry, whole$/m);
  },
  20_000,
);
