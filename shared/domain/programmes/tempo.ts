import type { ClientType } from '../clients/client.ts';

/** How closely a kind of client is accompanied: no two are treated alike (mission.md). Judgements, to be replaced by experience. */
export interface Tempo {
  /** Who reads the monthly review. */
  readonly reviewReaders: { readonly executives: number; readonly owners: number };
  readonly reviewMinutes: number;
  /** Months between usage reports. */
  readonly usageReportEvery: number;
  /** A feature used by less than this share of seats is worth a recommendation. */
  readonly weakFeature: number;
  /** Dollars of travel savings, and staff hours saved, that are congratulated. */
  readonly savings: readonly number[];
  readonly hours: readonly number[];
  /** The month of each quarter in which surveys go out. */
  readonly surveyMonths: readonly [number, number, number, number];
}

/** Surveys avoid the office's busy months; a person is asked in every other one of them (domain-facts.md: September and October). */
const conferenceSurveys = [2, 4, 9, 10] as const;
const elsewhere = [2, 5, 8, 11] as const;

const hours = [100, 1_000, 5_000] as const;
const savings = [1_000_000, 2_000_000, 5_000_000, 10_000_000] as const;
/** A small office saves in years what a large one saves in months. */
const smallSavings = [250_000, 500_000, ...savings] as const;

export const tempos: Readonly<Record<ClientType, Tempo>> = {
  'power-conference': {
    reviewReaders: { executives: 2, owners: 1 },
    reviewMinutes: 45,
    usageReportEvery: 1,
    weakFeature: 0.6,
    savings,
    hours,
    surveyMonths: conferenceSurveys,
  },
  'mid-major-conference': {
    reviewReaders: { executives: 1, owners: 1 },
    reviewMinutes: 30,
    usageReportEvery: 2,
    weakFeature: 0.5,
    savings: smallSavings,
    hours,
    surveyMonths: conferenceSurveys,
  },
  'governing-body': {
    reviewReaders: { executives: 1, owners: 1 },
    reviewMinutes: 30,
    usageReportEvery: 3,
    weakFeature: 0.5,
    savings: smallSavings,
    hours,
    surveyMonths: elsewhere,
  },
  'professional-league': {
    reviewReaders: { executives: 1, owners: 2 },
    reviewMinutes: 30,
    usageReportEvery: 1,
    weakFeature: 0.6,
    savings,
    hours,
    surveyMonths: elsewhere,
  },
  'international-body': {
    reviewReaders: { executives: 1, owners: 1 },
    reviewMinutes: 45,
    usageReportEvery: 3,
    weakFeature: 0.5,
    savings,
    hours,
    surveyMonths: elsewhere,
  },
};
