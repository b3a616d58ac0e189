import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { HealthBandChanged } from '#events/health-band-changed.ts';
import { HealthScored } from '#events/health-scored.ts';
import { scoreClient } from '#functions/score-client/score-client.ts';
import { type Fact, parseFact } from '#shared/domain/facts/fact.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { addDays } from '#shared/domain/values/iso-date.ts';
import type { Change } from '#shared/ports/table.ts';
import { announcementOf } from '#shared/store/announcement.ts';
import { facts } from '#shared/store/fact.ts';
import { health } from '#shared/store/health.ts';
import { client, day, type World, world } from '#tests/fixtures/world.ts';

const today = day('2026-11-20');
const now = new Date('2026-11-20T15:00:00Z');
const american = client('american');
const { clientId } = american;

/** What an ordinary year of a content client leaves behind: reports on every other day, a survey answer a month. */
const aQuietYear: Fact[] = Array.from({ length: 180 }, (_, n) => addDays(today, -2 * n)).flatMap((date, n) => [
  fact('usage.reported', `u${n}`, {
    date,
    product: 'flextime',
    metrics: {
      dailyActiveUsers: 30,
      schedulingSessions: 60,
      optimizationRuns: 8,
      featureAdoption: { scheduling: 0.8 },
    },
  }),
  ...(n % 15 === 0 ? [fact('survey.answered', `s${n}`, { date, surveyId: `s${n}`, score: 9 })] : []),
]);

function fact(type: string, factId: string, detail: object): Fact {
  return parseFact({ factId, type, recordedAt: now.toISOString(), detail: { clientId, ...detail } });
}

describe('score-client', () => {
  let here: World;
  let written: Change[];
  const score = () => scoreClient.run({ ...here, table: watched(here) }, due(clientId));
  const due = (clientId: ClientId) =>
    ({ id: 'due', detailType: 'client.scoring-due', time: here.instant, detail: { clientId } }) as const;
  const watched = ({ table }: World) => ({
    ...table,
    commit: async (changes: readonly Change[]) => {
      await table.commit(changes);
      written.push(...changes);
    },
  });
  const record = async (recorded: readonly Fact[]) => {
    for (let from = 0; from < recorded.length; from += 100)
      await here.table.commit(recorded.slice(from, from + 100).map(facts.record));
  };
  const standing = async () => (await health.standing(here.table, clientId))?.assessment;
  const announcements = () =>
    written.flatMap((change) => ('put' in change && change.put.announce ? [announcementOf(change.put)] : []));

  beforeEach(async () => {
    here = await world({ now, clients: [american] });
    written = [];
  });

  it('writes the past of a client that is scored for the first time: a snapshot for each month end', async () => {
    await record(aQuietYear);
    await score();
    const past = await health.between(here.table, clientId, day('2025-01-01'), today);
    expect(past.map(({ scoredOn }) => scoredOn)).toEqual([
      '2025-11-30',
      '2025-12-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
      '2026-11-20',
    ]);
  });

  it('writes nothing when nothing changed', async () => {
    await record(aQuietYear);
    await score();
    written = [];
    await score();
    expect(written).toEqual([]);
  });

  it('says that too little is known of a client without facts', async () => {
    await score();
    expect(await standing()).toMatchObject({ outcome: 'insufficient-data' });
    expect(announcements()).toMatchObject([{ detailType: HealthScored.detailType }]);
  });

  it('announces a change of band once, with where it came from', async () => {
    await record(aQuietYear);
    await score();
    const before = await standing();
    written = [];
    here.advance(24 * 60 * 60 * 1000);
    await record([
      fact('survey.answered', 'angry1', { date: '2026-11-20', surveyId: 'angry1', score: 1 }),
      fact('survey.answered', 'angry2', { date: '2026-11-20', surveyId: 'angry2', score: 1 }),
      fact('survey.answered', 'angry3', { date: '2026-11-20', surveyId: 'angry3', score: 1 }),
      fact('leadership.changed', 'gone', { date: '2026-11-20', role: 'commissioner', change: 'departed' }),
      fact('leadership.changed', 'too', { date: '2026-11-20', role: 'scheduling-associate', change: 'departed' }),
      fact('ticket.opened', 'outage', { date: '2026-11-20', ticketId: 't', severity: 'critical', category: 'outage' }),
    ]);
    await score();
    await score();
    const after = await standing();
    expect(before?.outcome === 'scored' && after?.outcome === 'scored' && after.score < before.score).toBe(true);
    expect(announcements()).toMatchObject([
      { detailType: HealthScored.detailType, detail: { clientId, scoredOn: '2026-11-21' } },
      {
        detailType: HealthBandChanged.detailType,
        detail: {
          clientId,
          from: before?.outcome === 'scored' ? before.band : '',
          to: after?.outcome === 'scored' ? after.band : '',
        },
      },
    ]);
  });

  it('lets simultaneous scorings of one client agree on one standing and one announcement', async () => {
    await record(aQuietYear);
    await Promise.all([score(), score(), score()]);
    expect((await health.portfolio(here.table)).map(({ version }) => version)).toEqual([1]);
  });

  it('comes to the same score in whatever order, and however often, the facts arrived', async () => {
    await record(aQuietYear);
    await score();
    const expected = await standing();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(aQuietYear, { minLength: aQuietYear.length }), async (shuffled) => {
        here = await world({ now, clients: [american] });
        await record(shuffled);
        await score();
        expect(await standing()).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  });

  it('fails loudly for a client that does not exist', async () => {
    const nobody = client('sec').clientId;
    await expect(scoreClient.run(here, due(nobody))).rejects.toThrow('No client has this id');
  });
});
