import { beforeEach, describe, expect, it } from 'vitest';
import { loadExplanation } from '#functions/score-client/load-explanation.ts';
import { recompute } from '#functions/score-client/recompute.ts';
import { scoreClient } from '#functions/score-client/score-client.ts';
import { currentFacts, type Fact } from '#shared/domain/facts/fact.ts';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { factsBehind } from '#shared/domain/health/facts-behind.ts';
import { addDays, type IsoDate, instantOf } from '#shared/domain/values/iso-date.ts';
import { clients, contracts } from '#shared/store/client.ts';
import { facts } from '#shared/store/fact.ts';
import { health } from '#shared/store/health.ts';
import { seasons } from '#shared/store/seasons.ts';
import { day, type World, world } from '#tests/fixtures/world.ts';
import { american, contract, fact, healthy } from '#tests/unit/health/evidence.ts';

const today = day('2026-11-20');
const october = day('2026-10-31');
const { clientId } = american;

const survey = (date: IsoDate, id: string, score: number, recordedAt = `${date}T12:00:00.000Z`): Fact => ({
  ...fact('survey.answered', date, { surveyId: id, score }, id),
  recordedAt: instantOf(new Date(recordedAt)),
});

const anAnswer = () => {
  const known = healthy(today).find(({ type, detail }) => type === 'survey.answered' && detail.date < october);
  if (known?.type !== 'survey.answered') throw new Error('there are surveys');
  return known;
};

describe('a stored score', () => {
  let here: World;
  const score = () =>
    scoreClient.run(here, {
      id: 'due',
      detailType: 'client.scoring-due',
      time: here.instant,
      detail: { clientId },
    } as Parameters<typeof scoreClient.run>[1]);
  const record = async (recorded: readonly Fact[]) => {
    for (let from = 0; from < recorded.length; from += 100)
      await here.table.commit(recorded.slice(from, from + 100).map(facts.record));
  };
  const again = (date: IsoDate = october) => recompute(here.table, clientId, date);
  const scoreOf = (assessment: HealthAssessment) => (assessment.outcome === 'scored' ? assessment.score : undefined);

  beforeEach(async () => {
    here = await world({ now: new Date('2026-11-20T15:00:00Z'), clients: [american] });
    await here.table.commit([contracts.put(contract)]);
    // Older than what is looked at when it is first scored, but not than what its past could have looked at.
    await record([...healthy(today), survey(day('2024-07-15'), 'old', 3)]);
    // Known today, but not when the past was.
    const learned = { all: Array.from({ length: 12 }, (_, month) => month / 10 - 0.55), byGroup: {} };
    await here.table.commit([
      seasons.put({ learnedOn: day('2026-08-01'), clients: 5, measures: { satisfaction: learned }, usual: {} }),
    ]);
    await score();
  });

  it('is reproduced to the last digit, for every day there is one of', async () => {
    here.advance(24 * 60 * 60 * 1000);
    await score();
    const stored = await health.between(here.table, clientId, day('2024-01-01'), addDays(today, 1));
    expect(stored.length).toBeGreaterThan(20);
    for (const { scoredOn } of stored)
      expect(await again(scoredOn)).toMatchObject({ reproduced: true, changes: [], reproducedFromThen: true });
  });

  it('is not, once an older fact arrives late: the fact is named, and without it the score is the same', async () => {
    // Sent before others that were known by then, so that its time of recording tells nothing.
    const late = survey(day('2026-10-12'), 'late', 1, '2026-10-12T09:00:00.000Z');
    await record([late]);
    const made = await again();
    expect(made).toMatchObject({
      reproduced: false,
      changes: [{ input: 'survey.answered', says: '1 fact recorded since', factIds: [late.factId] }],
      reproducedFromThen: true,
    });
    expect(scoreOf(made.recomputed)).toBeLessThan(scoreOf(made.stored) ?? 0);
  });

  it('is reproduced when what arrived since lies after its day', async () => {
    await record([survey(day('2026-11-02'), 'later', 1)]);
    expect(await again()).toMatchObject({ reproduced: true, changes: [] });
  });

  it('names a correction, and what it took the place of', async () => {
    const known = anAnswer();
    const detail = { ...known.detail, score: 2 };
    await record([{ ...known, factId: 'correction', recordedAt: here.instant, detail }]);
    const { changes, reproducedFromThen } = await again();
    expect(changes).toEqual([
      {
        input: 'survey.answered',
        says: '1 fact recorded since; 1 fact of then replaced by a later record',
        factIds: ['correction'],
      },
    ]);
    expect(reproducedFromThen).toBe(true);
  });

  it('notices a fact that was altered where it is kept, and does not claim to know what it was', async () => {
    const known = anAnswer();
    const altered = facts.record({ ...known, detail: { ...known.detail, score: 2 } });
    await here.table.commit([{ ...altered, require: 'any' } as typeof altered]);
    const made = await again();
    expect(made.changes).toMatchObject([
      { says: '1 fact recorded since; 1 fact of then altered or removed', factIds: [known.factId] },
    ]);
    expect(made.reproducedFromThen).toBeUndefined();
  });

  it('names what changed of the client and its contract', async () => {
    await here.table.commit([
      clients.put({ ...american, staffSeats: 80 }),
      contracts.put({ ...contract, promisedSavingsCents: undefined }),
    ]);
    expect(await again()).toMatchObject({
      reproduced: false,
      changes: [
        { input: 'client', says: 'staffSeats was 40, is 80' },
        { input: 'contract', says: 'promisedSavingsCents was 50000000, is absent' },
      ],
      reproducedFromThen: true,
    });
  });

  it('names a change without effect, and is reproduced', async () => {
    await here.table.commit([clients.put({ ...american, name: 'The American' })]);
    expect(await again()).toMatchObject({
      reproduced: true,
      changes: [{ input: 'client', says: 'name was "American", is "The American"' }],
    });
  });

  it('names the assessment before it when that is another', async () => {
    const [september] = await health.between(here.table, clientId, day('2026-09-30'), day('2026-09-30'));
    if (september?.outcome !== 'scored') throw new Error('September has a score');
    await here.table.commit([health.putSnapshot(clientId, { ...september, band: 'critical' })]);
    expect((await again()).changes).toEqual([
      { input: 'previous', says: 'the assessment before it, of 30 September 2026: altered' },
    ]);
  });

  it('of a time when inputs were not kept is compared, and nothing is claimed of its inputs', async () => {
    await here.table.commit([{ delete: { pk: `CLIENT#${clientId}`, sk: `INPUTS#${today}` }, require: 'any' }]);
    const made = await again(today);
    expect(made.reproduced).toBe(true);
    expect(made).not.toHaveProperty('changes');
  });

  it('that does not exist is said not to', async () => {
    await expect(again(day('2026-10-30'))).rejects.toThrow('No score is stored');
  });

  it('is explained by the facts that counted then, not by what came later', async () => {
    const late = survey(day('2026-10-12'), 'late', 1);
    await record([late]);
    const [assessment] = await health.between(here.table, clientId, october, october);
    if (!assessment) throw new Error('October has a score');
    const { now, before, change } = await loadExplanation(here.table, clientId, assessment);
    expect(before?.assessment.scoredOn).toBe('2026-09-30');
    expect(change?.lines.reduce((sum, { hundredths }) => sum + hundredths, 0)).toBe(change?.hundredths);
    expect(now.counted).toEqual(currentFacts(healthy(today)).filter(({ detail }) => detail.date <= october));
    const answers = now.assessment.dimensions
      .flatMap(({ evidence }) => evidence)
      .find(({ says }) => says.startsWith('Satisfaction'));
    expect(answers && factsBehind(answers, now.counted)).toHaveLength(answers?.facts ?? -1);
  });
});
