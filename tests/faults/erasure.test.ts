import { expect, it } from 'vitest';
import { eraseContact } from '#local/erasure/erase-contact.ts';
import { dataKeys } from '#shared/adapters/personal-data/data-keys.ts';
import { keyedPseudonyms } from '#shared/adapters/personal-data/keyed-pseudonyms.ts';
import { sealedTable } from '#shared/adapters/personal-data/sealed-table.ts';
import { wrappingKey } from '#shared/adapters/personal-data/wrapping-key.ts';
import { openSqlite } from '#shared/adapters/sqlite/open-sqlite.ts';
import { breaksIn } from '#shared/domain/audit/chain.ts';
import type { Item } from '#shared/ports/table.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { agentTraces, ownWords } from '#tests/fixtures/agent-traces.ts';
import { type CrashPoint, lifeline, mortalTable } from '#tests/fixtures/crash-lifeline.ts';
import { american, jordan, namesake, traces } from '#tests/fixtures/traces.ts';

const clock = { now: () => new Date('2026-11-20T15:00:00Z'), wall: () => new Date('2026-11-20T15:00:00Z') };
const request = { clientId: american, contactId: jordan };

/** A place with traces of a person, and processes that each try to erase the person and may be killed. */
async function place() {
  const store = openSqlite(':memory:', clock);
  const keys = dataKeys({ table: store.table, masterKey: wrappingKey(Buffer.alloc(32, 1)), clock });
  const table = sealedTable(store.table, keys);
  await table.commit([...traces(), ...agentTraces(jordan), ...namesake()]);
  // The same in every place, so that all can be compared.
  const same = async () => ({ number: 1, key: Buffer.alloc(32, 2) });
  const pseudonyms = keyedPseudonyms({ current: same, numbered: same });
  return {
    table,
    close: store.close,
    async erase(crashAt?: CrashPoint) {
      const life = lifeline(crashAt);
      const deps = {
        table: mortalTable(table, life),
        pseudonyms: { of: (...of: Parameters<typeof pseudonyms.of>) => life.call(() => pseudonyms.of(...of)) },
        inventory: store.inventory,
        clock,
      };
      const error = await eraseContact(deps, request).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (!life.killed() && error) throw error;
      return { calls: life.calls(), killed: life.killed() };
    },
    async everything() {
      const found: (Item | undefined)[] = [];
      for await (const key of store.inventory.keys())
        if (!key.pk.startsWith('DATA-KEY')) found.push(await table.get(key));
      return found.map((item) => ({ ...item, version: undefined }));
    },
  };
}

it('ends the same wherever it is killed, before and after every call of a port, once it is run again', {
  timeout: 120_000,
}, async () => {
  const whole = await place();
  const { calls } = await whole.erase();
  const erased = await whole.everything();
  // Of the namesake at the other client the id stays.
  expect(erased.filter((item) => /jordan/i.test(JSON.stringify(item))).map(({ pk }) => pk)).toEqual(['CLIENT#sec']);
  expect(ownWords.filter((words) => JSON.stringify(erased).toLowerCase().includes(words))).toEqual([]);
  whole.close();

  expect(calls).toBeGreaterThan(12);
  for (let call = 0; call < calls; call++)
    for (const side of ['before', 'after'] as const) {
      const here = await place();
      const at = `killed ${side} call ${call}`;
      expect((await here.erase({ call, side })).killed, at).toBe(true);
      await here.erase();
      expect(await here.everything(), at).toEqual(erased);
      expect(
        await breaksIn(await auditTrail.of(here.table, american), await auditTrail.head(here.table, american)),
        at,
      ).toEqual([]);
      here.close();
    }
});
