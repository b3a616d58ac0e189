import { afterEach, describe, expect, it } from 'vitest';
import type { Deps } from '#functions/define-function.ts';
import { publishOutbox } from '#functions/publish-outbox/publish-outbox.ts';
import { scoreClient } from '#functions/score-client/score-client.ts';
import { scorePortfolio } from '#functions/score-portfolio/score-portfolio.ts';
import { randomFrom } from '#local/demonstration/random.ts';
import { addDays, IsoDate } from '#shared/domain/values/iso-date.ts';
import type { Change, Table } from '#shared/ports/table.ts';
import { clients } from '#shared/store/client.ts';
import { deadLetters } from '#shared/store/dead-letter.ts';
import { facts } from '#shared/store/fact.ts';
import { health } from '#shared/store/health.ts';
import { replayed } from '#tests/fixtures/crash-plan.ts';
import { client } from '#tests/fixtures/world.ts';
import { type World, world } from '#tests/journeys/world.ts';
import { sized } from './size.ts';

const seed = replayed(process.env.CSM_FAULTS)?.seed ?? 31;
const portfolio = sized(10_000, 200);
const poisoned = Math.round(portfolio * 0.02);
const throttles = 0.05;
const replay = `CSM_FAULTS=${seed}:0:0 CSM_FAULT_SHARE=${portfolio / 10_000} npx vitest run tests/faults/nightly.test.ts`;
const today = IsoDate.parse('2026-11-20');

describe('a night in which much goes wrong', () => {
  let here: World;
  afterEach(() => here.close());

  it('scores every client once that can be scored, and tells of every other why not', {
    timeout: 900_000,
  }, async () => {
    const random = randomFrom(seed, 1);
    const standings = new Map<string, number>();
    let throttled = 0;
    /** Those that a function saw, so that its event had to be delivered again. */
    let visible = 0;
    /** One call in twenty is refused, as a table under load does; counts who is scored. */
    const throttling = (table: Table): Table => {
      // Each call is tried three times, as the AWS client does by itself.
      const made = async <T>(call: () => Promise<T>): Promise<T> => {
        for (let attempt = 1; attempt <= 3; attempt++) {
          if (random() >= throttles) return call();
          throttled++;
        }
        visible++;
        throw Object.assign(new Error('Throughput exceeds the current capacity'), { name: 'ThrottlingException' });
      };
      return {
        get: (key) => made(() => table.get(key)),
        getAll: (keys) => made(() => table.getAll(keys)),
        // The portfolio is listed page after page: a throttle there wakes the whole enumeration again.
        query: (query) => (query.index === undefined ? made(() => table.query(query)) : table.query(query)),
        commit: (changes) =>
          made(async () => {
            await table.commit(changes);
            for (const id of standingsIn(changes)) standings.set(id, (standings.get(id) ?? 0) + 1);
          }),
      };
    };
    const disturb = (everything: Deps): Deps => ({ ...everything, table: throttling(everything.table) });
    here = world({ functions: [scorePortfolio, scoreClient, publishOutbox], disturb });

    const ids = Array.from({ length: portfolio }, (_, i) => `office-${String(i).padStart(5, '0')}`);
    const poison = new Set(ids.toSorted(() => random() - 0.5).slice(0, poisoned));
    for (let from = 0; from < ids.length; from += 25)
      await here.table.commit(ids.slice(from, from + 25).flatMap((id) => changesOf(id, poison.has(id))));

    const begun = performance.now();
    await here.wakeDue();
    await here.drain();
    const seconds = (performance.now() - begun) / 1_000;
    const buried = await deadLetters.newest(here.table, portfolio);
    console.log(
      `${portfolio} clients, seed ${seed}: ${standings.size} scored, ${buried.length} dead letters, ${throttled} throttles (${visible} not made up for by trying again at once), ${seconds.toFixed(1)} s; ${replay}`,
    );

    expect(standings.size, replay).toBe(portfolio - poisoned);
    expect(
      [...standings.values()].filter((times) => times !== 1),
      replay,
    ).toEqual([]);
    const dead = buried.map(({ event }) => clientIn(event));
    expect(new Set(dead), replay).toEqual(poison);
    expect(dead.length, replay).toBe(poison.size);
    for (const { reason, functionName } of buried) {
      expect(functionName).toBe('score-client');
      expect(reason).toMatch(/score/);
    }
    expect(throttled).toBeGreaterThan(portfolio / 10);
    for (const id of ids.slice(0, 20))
      expect(await health.standing(here.table, client(id).clientId), id)[
        poison.has(id) ? 'toBeUndefined' : 'toBeDefined'
      ]();
  });
});

/** A client with a survey answer a week; of a poisoned one the table holds an answer that no version of ours ever wrote. */
function changesOf(id: string, poisoned: boolean): Change[] {
  const { clientId } = client(id);
  const answer = (week: number, score: number): Change =>
    facts.record({
      factId: `answer-${week}`,
      type: 'survey.answered',
      recordedAt: '2026-11-19T15:00:00.000Z' as never,
      detail: { clientId, date: addDays(today, -7 * week), surveyId: `s-${week}` as never, score },
    });
  return [clients.put(client(id)), answer(1, 8), answer(2, 9), ...(poisoned ? [answer(3, 'a lot' as never)] : [])];
}

const standingsIn = (changes: readonly Change[]): string[] =>
  changes.flatMap((change) => ('put' in change && change.put.entity === 'standing' ? [change.put.pk] : []));

const clientIn = (event: unknown): string => (event as { detail: { clientId: string } }).detail.clientId;
