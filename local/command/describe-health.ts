import type { HealthAssessment } from '#shared/domain/health/assessment.ts';

/** "82.35 good, declining", or why there is no score. */
export const describeAssessment = (assessment: HealthAssessment): string =>
  assessment.outcome === 'scored'
    ? `${assessment.score.toFixed(2)} ${assessment.band}, ${assessment.trend}`
    : `no score: ${assessment.missing}`;

/** "usage +24.10, season -1.20": what sums to the score. Empty when there is none. */
export const driversOf = (assessment: HealthAssessment): string =>
  assessment.outcome === 'scored'
    ? assessment.drivers.map(({ driver, hundredths }) => `${driver} ${signed(hundredths)}`).join(', ')
    : '';

const signed = (hundredths: number) => `${hundredths < 0 ? '-' : '+'}${(Math.abs(hundredths) / 100).toFixed(2)}`;
