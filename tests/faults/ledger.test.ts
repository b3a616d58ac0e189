import { describe, expect, it } from 'vitest';
import { scoreClient } from '#functions/score-client/score-client.ts';
import { IsoDate } from '#shared/domain/values/iso-date.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { facts } from '#shared/store/fact.ts';
import { health } from '#shared/store/health.ts';
import { replayed } from '#tests/fixtures/crash-plan.ts';
import { expectedOf, type LedgerPlan, ledgerClients, runLedger } from '#tests/fixtures/ledger.ts';
import { counted, naiveCounter, rememberingCounter } from '#tests/fixtures/ledger-controls.ts';
import { sized } from './size.ts';

const seed = replayed(process.env.CSM_FAULTS)?.seed ?? 21;
const plan: LedgerPlan = { seed, events: sized(100_000, 2_000), crashes: 0.05, duplicates: 0.1 };
const replay = `CSM_FAULTS=${seed}:0:0 CSM_FAULT_SHARE=${plan.events / 100_000} npx vitest run tests/faults/ledger.test.ts`;
const year = [IsoDate.parse('2026-01-01'), IsoDate.parse('2026-12-31')] as const;

async function recorded(table: TableReader): Promise<Map<string, { count: number; sum: number }>> {
  const found = new Map<string, { count: number; sum: number }>();
  for (const { clientId } of ledgerClients) {
    const all = await facts.between(table, clientId, ...year);
    const sum = all.reduce((total, { detail }) => total + ('score' in detail ? detail.score : 0), 0);
    found.set(clientId, { count: all.length, sum });
  }
  return found;
}
const inOrder = (counts: ReadonlyMap<string, unknown>) => [...counts].sort(([one], [other]) => (one < other ? -1 : 1));

describe('the ledger of events, in any order, some twice, processes killed at any call', () => {
  it('holds every report once, and ends with the scores of a day on which nothing went wrong', {
    timeout: 900_000,
  }, async () => {
    const begun = performance.now();
    const { table, handled, faults, close } = await runLedger(plan, scoreClient);
    const seconds = (performance.now() - begun) / 1_000;
    console.log(
      `${plan.events} events, seed ${seed}: ${faults.kills} processes killed, ${faults.duplicates} repeated, ${faults.deadLetters} dead letters, ${seconds.toFixed(1)} s; ${replay}`,
    );
    expect(inOrder(await recorded(table)), replay).toEqual(inOrder(expectedOf(plan)));
    expect(handled, replay).toBe(plan.events);
    expect(faults.deadLetters, replay).toBe(0);
    expect(faults.kills).toBeGreaterThan(plan.events / 200);
    expect(faults.duplicates).toBeGreaterThan(plan.events / 20);

    const calm = await runLedger({ ...plan, crashes: 0, duplicates: 0 }, scoreClient);
    for (const { clientId } of ledgerClients) {
      const expected = (await health.standing(calm.table, clientId))?.assessment;
      expect(expected).toBeDefined();
      expect((await health.standing(table, clientId))?.assessment, `${clientId}: ${replay}`).toEqual(expected);
    }
    close();
    calm.close();
  });

  const total = async (table: TableReader) => {
    let sum = 0;
    for (const { clientId } of ledgerClients) sum += (await counted(table, clientId)).count;
    return sum;
  };
  const controlled = { ...plan, events: sized(5_000, 2_000), crashes: 0.02 };

  it('exposes a counter that counts what it is handed: too many', { timeout: 900_000 }, async () => {
    const { table, close } = await runLedger(controlled, naiveCounter);
    expect(await total(table)).toBeGreaterThan(controlled.events);
    close();
  });

  it('exposes a counter that remembers the ids it has seen: too few', { timeout: 900_000 }, async () => {
    const { table, close } = await runLedger(controlled, rememberingCounter);
    expect(await total(table)).toBeLessThan(controlled.events);
    close();
  });
});
