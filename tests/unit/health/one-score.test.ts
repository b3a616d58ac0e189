import { expect, it } from 'vitest';
import { factsBetween } from '#local/demonstration/facts.ts';
import { leadersBefore } from '#local/demonstration/leadership-facts.ts';
import { demonstrationClients } from '#local/demonstration/portfolio.ts';
import { clientOf, currentFacts } from '#shared/domain/facts/fact.ts';
import { assessHealth } from '#shared/domain/health/assess-health.ts';
import { openDossier } from '#shared/domain/health/dossier.ts';
import { assessHistory } from '#shared/domain/prediction/assess-history.ts';
import { History } from '#shared/domain/prediction/history/history.ts';
import { historyOf } from '#shared/domain/prediction/live/history-of-facts.ts';
import { learnSeasons, peersOf } from '#shared/domain/prediction/live/learned-seasons.ts';
import { shippedModel } from '#shared/domain/prediction/shipped-model.ts';
import { addDays, IsoMonth } from '#shared/domain/values/iso-date.ts';
import { day } from '#tests/fixtures/world.ts';

const asOf = day('2026-10-31');
const scenario = { startedOn: day('2026-11-22'), seed: 2 };
const from = addDays(asOf, -760);
const told = Map.groupBy([...leadersBefore(scenario, from), ...factsBetween(scenario, from, asOf)], clientOf);
const portfolio = demonstrationClients(scenario).filter(({ contract }) => contract);
const dossiers = portfolio.map((about) =>
  openDossier(about, currentFacts(told.get(about.client.clientId) ?? []), asOf),
);

it.each(portfolio.map((about, at) => [about.client.name, about, dossiers[at]] as const))(
  'what the page of the %s shows is what predict prints for its exported history',
  (_, { client, contract }, dossier) => {
    if (!dossier) throw new Error('no dossier');
    const seasons = learnSeasons(dossiers, asOf);
    const facts = told.get(client.clientId) ?? [];
    const shown = assessHealth({ client, contract, facts, asOf, previous: undefined, seasons });
    const file = JSON.parse(JSON.stringify(historyOf(dossier)));
    const peers = peersOf(seasons, client.type);
    const printed = assessHistory(History.parse(file), IsoMonth.parse('2026-10'), peers, shippedModel);
    expect(shown).toMatchObject({ outcome: 'scored', band: printed.band });
    expect(shown.outcome === 'scored' && shown.score).toBeCloseTo(printed.healthScore ?? 0, 9);
    for (const { dimension, score } of shown.dimensions)
      expect(score).toBeCloseTo(printed.dimensions[dimension] ?? 0, 9);
  },
);

it('the lines of the metrics sum to the line of their dimension, and each has the facts behind it', () => {
  for (const { client, contract } of portfolio) {
    const facts = told.get(client.clientId) ?? [];
    const shown = assessHealth({ client, contract, facts, asOf, previous: undefined });
    if (shown.outcome !== 'scored') throw new Error('not scored');
    for (const { dimension, metrics = [], evidence } of shown.dimensions) {
      const line = shown.drivers.find(({ driver }) => driver === dimension)?.hundredths;
      expect(metrics.reduce((sum, { hundredths }) => sum + hundredths, 0)).toBe(line);
      for (const { metric } of metrics) expect(evidence.filter((said) => said.metric === metric)).not.toEqual([]);
    }
  }
});
