import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { learnSeasons as learnNightly } from '#functions/learn-seasons/learn-seasons.ts';
import { factsBetween } from '#local/demonstration/facts.ts';
import { demonstrationClients } from '#local/demonstration/portfolio.ts';
import { clientOf, currentFacts, type Fact } from '#shared/domain/facts/fact.ts';
import { assessHealth } from '#shared/domain/health/assess-health.ts';
import { type Dossier, openDossier } from '#shared/domain/health/dossier.ts';
import { cutPanel } from '#shared/domain/prediction/history/panel.ts';
import { forecastFor } from '#shared/domain/prediction/live/forecast.ts';
import { historyOf, panelOfFacts } from '#shared/domain/prediction/live/history-of-facts.ts';
import { type LearnedSeasons, learnSeasons, peersOf } from '#shared/domain/prediction/live/learned-seasons.ts';
import { adjust } from '#shared/domain/prediction/season/adjust.ts';
import { shippedModel } from '#shared/domain/prediction/shipped-model.ts';
import { addDays, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { facts } from '#shared/store/fact.ts';
import { seasons } from '#shared/store/seasons.ts';
import { client, day, world } from '#tests/fixtures/world.ts';

const today = day('2026-11-22');
const scenario = { startedOn: today, seed: 2 };
let told: Fact[];
beforeAll(() => {
  told = [...factsBetween(scenario, addDays(today, -730), today)];
});

const recordedOf = (clientId: string) => told.filter((fact) => clientOf(fact) === clientId);
const dossierOf = (clientId: string, asOf: IsoDate = today): Dossier => {
  const found = demonstrationClients(scenario).find(({ client }) => client.clientId === clientId);
  if (!found) throw new Error(`the demonstration has no ${clientId}`);
  return openDossier(found, currentFacts(recordedOf(clientId)), asOf);
};
const everyDossier = (asOf: IsoDate) =>
  ['big-12', 'mountain-west', 'american', 'conference-usa', 'sec'].map((id) => dossierOf(id, asOf));

describe('the monthly history of a client', () => {
  it('has a month for each month of the evidence, without gaps, ending on the day', () => {
    const { months } = historyOf(dossierOf('big-12'));
    expect(months).toHaveLength(24);
    expect(months.at(-1)?.month).toBe('2026-11');
  });

  it('says nothing of what nobody recorded', () => {
    expect(historyOf(dossierOf('big-12')).months.at(-1)?.leadership?.sponsorEngagement).toBeUndefined();
    expect(historyOf(dossierOf('sec')).months.every(({ metrics }) => metrics?.sessions === undefined)).toBe(true);
  });

  it('tells how late the invoices due in a month were paid', () => {
    const late = historyOf(dossierOf('american')).months.flatMap(({ financial }) => financial?.invoiceDaysLate ?? []);
    expect(Math.max(...late)).toBeGreaterThan(15);
  });
});

describe('the forecast', () => {
  const expected = (dossier: Dossier) => {
    const { seasons } = peersOf(undefined, dossier.client.type);
    return forecastFor(adjust(panelOfFacts(dossier), seasons), 75, shippedModel);
  };
  const forecast = (id: string, asOf = today) => expected(dossierOf(id, asOf));

  it('expects the client that is falling apart to decline, the one that was trained rather to improve than to decline, the reference to stay', () => {
    expect(forecast('american')).toMatchObject({ label: 'declining', confident: true, fromSimulatedData: true });
    const trained = forecast('conference-usa');
    expect(trained?.improving).toBeGreaterThan(4 * (trained?.declining ?? 1));
    expect(trained?.improving).toBeGreaterThan(4 * (forecast('big-12')?.improving ?? 1));
    expect(forecast('big-12')).toMatchObject({ label: 'stable', confident: true });
  });

  it('gives probabilities that sum to one, and fears for the renewal of the declining client most', () => {
    for (const id of ['american', 'big-12', 'mountain-west']) {
      const { improving = 0, stable = 0, declining = 0 } = forecast(id) ?? {};
      expect(improving + stable + declining).toBeCloseTo(1, 3);
    }
    expect(forecast('american')?.renewalProbability).toBeLessThan(forecast('big-12')?.renewalProbability ?? 0);
  });

  it('is not made with less than a year of history', () => {
    expect(forecast('big-12', addDays(today, -500))).toBeUndefined();
  });

  it('uses nothing that is dated after the day', () => {
    const asOf = addDays(today, -90);
    const about = demonstrationClients(scenario).find(({ client }) => client.clientId === 'american');
    if (!about) throw new Error('the demonstration has no american');
    const upTo = currentFacts(recordedOf('american').filter(({ detail }) => detail.date <= asOf));
    expect(forecast('american', asOf)).toEqual(expected(openDossier(about, upTo, asOf)));
  });
});

describe('seasons learned from all clients together', () => {
  let learned: LearnedSeasons;
  beforeAll(() => {
    learned = learnSeasons(everyDossier(today), today);
  });

  it('peak in January and sink in autumn for scheduling', () => {
    const index = learned.measures.sessions?.byGroup['mid-major-conference'] ?? [];
    expect(index[0]).toBe(Math.max(...index));
    expect(index[9]).toBeLessThan(0);
    expect(index.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 4);
  });

  it('count for a kind of client nobody has seen yet as those of all', () => {
    const { seasons } = peersOf(learned, 'professional-league');
    const young = panelOfFacts(dossierOf('big-12'));
    const league = { ...cutPanel(young, young.firstMonth + 5), group: 'professional-league' };
    const known = adjust(league, seasons).season.get('sessions') ?? [];
    expect(Array.from(known)).toEqual(learned.measures.sessions?.all);
  });

  it('take the season out of what people answer, and never let a better answer lower the score', () => {
    const grumpyNovember: LearnedSeasons = {
      ...learned,
      measures: {
        satisfaction: { all: [0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, -0.55, 0.05], byGroup: {} },
      },
    };
    const about = {
      client: client('american', { staffSeats: 30 }),
      contract: undefined,
      previous: undefined,
      asOf: today,
    };
    const answered = (score: number) =>
      recordedOf('big-12').map((fact) =>
        fact.type === 'survey.answered' && fact.detail.date >= day('2026-11-01')
          ? { ...fact, detail: { ...fact.detail, score } }
          : fact,
      );
    const scoreOf = (score: number, seasons?: LearnedSeasons) => {
      const assessed = assessHealth({ ...about, facts: answered(score), seasons });
      return assessed.dimensions.find(({ dimension }) => dimension === 'satisfaction')?.score ?? 0;
    };
    expect(scoreOf(7, grumpyNovember)).toBeGreaterThan(scoreOf(7));
    fc.assert(
      fc.property(fc.double({ min: 1, max: 10, noNaN: true }), fc.double({ min: 1, max: 10, noNaN: true }), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(scoreOf(high, grumpyNovember)).toBeGreaterThanOrEqual(scoreOf(low, grumpyNovember));
      }),
      { numRuns: 15 },
    );
  });

  it('are learned once a month, and count from the next day on', async () => {
    const here = await world({ now: new Date('2026-11-22T12:00:00Z'), clients: [client('big-12')] });
    const recorded = recordedOf('big-12').slice(-900);
    for (let from = 0; from < recorded.length; from += 100)
      await here.table.commit(recorded.slice(from, from + 100).map(facts.record));
    await learnNightly.run(here);
    expect(await seasons.inForce(here.table, today)).toBeUndefined();
    const first = await seasons.inForce(here.table, day('2026-11-23'));
    expect(first).toMatchObject({ learnedOn: today, clients: 1 });
    here.advance(24 * 3_600_000);
    await learnNightly.run(here);
    expect(await seasons.inForce(here.table, day('2026-11-30'))).toEqual(first);
  });
});
