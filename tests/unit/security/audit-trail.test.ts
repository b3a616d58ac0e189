import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '#shared/adapters/sqlite/open-sqlite.ts';
import { beginningOf, breaksIn, continued } from '#shared/domain/audit/chain.ts';
import { AuditAct, type AuditAction, type AuditEntry, type AuditHead } from '#shared/domain/audit/entry.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import type { Table } from '#shared/ports/table.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { failure, standingClock } from '#tests/contract/table/engine.ts';

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const anyAction: fc.Arbitrary<AuditAction> = fc.record(
  {
    scope: fc.constant('american'),
    at: fc
      .date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => instantOf(date)),
    by: fc.constantFrom('operator' as const, 'recipient' as const, 'system' as const),
    act: fc.constantFrom(...AuditAct.options),
    person: hex(32),
    about: hex(32),
    detail: fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { maxKeys: 3 }),
  },
  { requiredKeys: ['scope', 'at', 'by', 'act'] },
);
const anyChain = fc.array(anyAction, { minLength: 3, maxLength: 12 });

async function chainOf(actions: readonly AuditAction[]): Promise<{ entries: AuditEntry[]; head: AuditHead }> {
  const entries: AuditEntry[] = [];
  let head = beginningOf('american');
  for (const action of actions) {
    const entry = await continued(head, action);
    entries.push(entry);
    head = { scope: 'american', sequence: entry.sequence, hash: entry.hash };
  }
  return { entries, head };
}

describe('a chain of entries', () => {
  it('is whole as it was written', () =>
    fc.assert(
      fc.asyncProperty(anyChain, async (actions) => {
        const { entries, head } = await chainOf(actions);
        expect(await breaksIn(entries, head, head)).toEqual([]);
      }),
    ));

  it('shows that any field of any entry was changed, even where the entry’s own hash was made anew', () =>
    fc.assert(
      fc.asyncProperty(anyChain, anyAction, fc.nat(), fc.boolean(), async (actions, other, place, rehash) => {
        const { entries, head } = await chainOf(actions);
        const at = place % entries.length;
        const before = entries[at];
        if (!before) return;
        for (const field of ['at', 'by', 'act', 'person', 'about', 'detail'] as const) {
          if (JSON.stringify(before[field] ?? {}) === JSON.stringify(other[field] ?? {})) continue;
          const changed = { ...before, [field]: other[field] };
          const previous = { scope: 'american', sequence: at, hash: before.previous };
          const forged = entries.with(at, rehash ? await continued(previous, changed) : changed);
          expect(await breaksIn(forged, head), field).not.toEqual([]);
        }
      }),
    ));

  it('shows that entries were removed, wherever', () =>
    fc.assert(
      fc.asyncProperty(anyChain, fc.nat(), fc.nat(), async (actions, from, many) => {
        const { entries, head } = await chainOf(actions);
        const first = from % entries.length;
        const left = entries.toSpliced(first, 1 + (many % entries.length));
        expect(await breaksIn(left, head)).not.toEqual([]);
      }),
    ));

  it('shows that two entries changed places, with or without their numbers', () =>
    fc.assert(
      fc.asyncProperty(anyChain, fc.nat(), fc.nat(), fc.boolean(), async (actions, one, other, renumbered) => {
        const { entries, head } = await chainOf(actions);
        const [i, j] = [one % entries.length, other % entries.length];
        const [a, b] = [entries[i], entries[j]];
        if (i === j || !a || !b) return;
        const swapped = renumbered
          ? entries.with(i, { ...b, sequence: a.sequence }).with(j, { ...a, sequence: b.sequence })
          : entries.with(i, b).with(j, a);
        expect(await breaksIn(swapped, head)).not.toEqual([]);
      }),
    ));

  it('shows by a head noted elsewhere that end and head were cut off together, or that all was rewritten', () =>
    fc.assert(
      fc.asyncProperty(anyChain, anyAction, fc.nat(), async (actions, other, place) => {
        const { head: noted } = await chainOf(actions);
        const kept = await chainOf(actions.slice(0, place % actions.length));
        expect(await breaksIn(kept.entries, kept.head)).toEqual([]);
        expect(await breaksIn(kept.entries, kept.head, noted)).toEqual([
          { sequence: noted.sequence, problem: 'rewritten since last verified' },
        ]);
        const rewritten = await chainOf(actions.with(place % actions.length, { ...other, at: instantOf(new Date(0)) }));
        expect(await breaksIn(rewritten.entries, rewritten.head, noted)).not.toEqual([]);
      }),
    ));

  it('shows an entry of another client, and that the head is gone', async () => {
    const { entries, head } = await chainOf(fc.sample(anyChain, { numRuns: 1, seed: 3 })[0] ?? []);
    expect(await breaksIn(entries, { ...head, scope: 'sec' })).not.toEqual([]);
    const moved = entries.map((entry) => ({ ...entry, scope: 'sec' }));
    expect(await breaksIn(moved, { ...head, scope: 'sec' })).not.toEqual([]);
    expect(await breaksIn(entries, undefined)).toContainEqual({ sequence: entries.length, problem: 'head missing' });
  });
});

describe('the trail in the table', () => {
  const clock = standingClock();
  let table: Table;
  beforeEach(() => {
    table = openSqlite(':memory:', clock).table;
  });
  const action = (act: AuditAct, scope = 'american'): AuditAction => ({
    scope,
    at: instantOf(clock.now()),
    by: 'operator',
    act,
  });

  it('stays whole when many write to it at once', async () => {
    const write = () =>
      retryOnConflict(async () => table.commit(await auditTrail.record(table, action('mail.paused'))));
    for (let round = 0; round < 10; round++) await Promise.all([write(), write(), write()]);
    const entries = await auditTrail.of(table, 'american');
    expect(entries).toHaveLength(30);
    expect(await breaksIn(entries, await auditTrail.head(table, 'american'))).toEqual([]);
  });

  it('records nothing when what it records fails', async () => {
    const impossible = { check: { pk: 'P', sk: 'S' }, require: { version: 3 } } as const;
    const record = await auditTrail.record(table, action('mail.paused'), action('mail.resumed'));
    await failure(table.commit([...record, impossible]), 'table.conflict');
    expect(await auditTrail.of(table, 'american')).toEqual([]);
    await table.commit(record);
    expect((await auditTrail.of(table, 'american')).map(({ act }) => act)).toEqual(['mail.paused', 'mail.resumed']);
  });

  it('is kept apart for each client', async () => {
    for (const scope of ['american', 'sec'])
      await table.commit(await auditTrail.record(table, action('mail.paused', scope)));
    for (const scope of ['american', 'sec'])
      expect(await breaksIn(await auditTrail.of(table, scope), await auditTrail.head(table, scope))).toEqual([]);
  });
});
