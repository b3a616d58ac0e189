import { Dimension, type Evidence, type HealthAssessment, type Trend } from '#shared/domain/health/assessment.ts';
import { bandOf } from '#shared/domain/health/band.ts';
import { compose } from '#shared/domain/health/compose.ts';
import { addDays, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { Score } from '#shared/domain/values/score.ts';

/** What was measured, 0 to 100 per dimension; one that is absent was not. */
export type Measured = Partial<Record<Dimension, number>>;

/**
 * An assessment as the model composes it from these dimensions. `usageWithoutSeason` is what usage would be had we not
 * known of the season.
 */
export function scored(
  scoredOn: IsoDate,
  measured: Measured,
  { trend = 'stable', usageWithoutSeason }: { trend?: Trend; usageWithoutSeason?: number } = {},
): Extract<HealthAssessment, { outcome: 'scored' }> {
  const readings = Dimension.options.map((dimension) => ({
    ...reading(dimension, measured[dimension], scoredOn),
    score: measured[dimension],
    unadjusted: dimension === 'usage' ? (usageWithoutSeason ?? measured.usage) : measured[dimension],
    metrics: [],
  }));
  const composite = compose(readings);
  if (!composite) throw new Error('measure at least one dimension');
  return {
    outcome: 'scored',
    scoredOn,
    modelVersion: 'test-1',
    confidence: 0.84,
    dimensions: Dimension.options.map((dimension) => reading(dimension, measured[dimension], scoredOn)),
    score: composite.score,
    band: bandOf(composite.score),
    seasonFactor: composite.seasonFactor,
    season: 'November: a quiet month for building schedules; usage is read against 0.7 x a usual month.',
    drivers: [...composite.drivers],
    trend,
  };
}

function reading(dimension: Dimension, score: number | undefined, on: IsoDate) {
  if (score === undefined) return { dimension, confidence: 0, evidence: [] };
  const [says, facts, of] = sentences[dimension];
  return {
    dimension,
    score: Score.parse(score),
    confidence: 0.9,
    evidence: [{ says, facts, from: addDays(on, -90), to: on, ...(of ? { of } : {}) }],
  };
}

const sentences: Readonly<Record<Dimension, readonly [string, number, Evidence['of']?]>> = {
  usage: ['41 people a day used Flextime over the last month, 8% fewer than is usual for the season.', 62],
  satisfaction: [
    'Three answers since August, 6.3 of 10 on average; the latest was 5.',
    3,
    { types: ['survey.answered'] },
  ],
  adoption: ['62% of seats used scheduling, 48% travel, 12% analytics.', 30],
  financial: ['Two of the last four invoices were paid late, by 19 days on average.', 4],
  leadership: ['The athletic director announced a departure; two of three sponsors remain.', 2],
};
