import { Product } from '../clients/client.ts';
import type { Feature } from '../facts/usage.ts';
import type { GroundedFact } from '../grounding/grounded-fact.ts';
import { featuresOf } from '../health/model.ts';
import type { IsoMonth } from '../values/iso-date.ts';
import { cite } from './citation.ts';
import { rounded, sayMonthAndYear, share, stated } from './stated.ts';
import { isWhole } from './tally.ts';
import type { TrackRecord, UsageFact } from './track-record.ts';

interface FeatureUse {
  readonly feature: Feature;
  /** Mean share of seats over the month's reports, 0 to 1. */
  readonly share: number;
  readonly facts: readonly UsageFact[];
}

/** What a month says of adoption: of each licensed feature reported, the most used first, and of all of them. */
export interface Adoption {
  readonly features: readonly FeatureUse[];
  /** The mean over the features. */
  readonly share: number;
  readonly facts: readonly UsageFact[];
}

/** How much of what they pay for is used in a month. Undefined unless the month is over and a feature was reported. */
export function adoptionIn(record: TrackRecord, month: IsoMonth): Adoption | undefined {
  if (!isWhole(month, record.today)) return undefined;
  const { services } = record.client;
  const licensed = new Set(
    Product.options.flatMap((product) => (services.includes(product) ? featuresOf[product] : [])),
  );
  const facts = Product.options
    .flatMap((product) => record.reports[product].get(month) ?? [])
    .filter(({ detail }) => detail.metrics.featureAdoption)
    .sort((a, b) => (a.detail.date < b.detail.date ? -1 : a.detail.date > b.detail.date ? 1 : 0));
  const features = [...licensed].flatMap((feature) => useOf(feature, facts));
  if (features.length === 0) return undefined;
  const byUse = features.toSorted((a, b) => b.share - a.share || (a.feature < b.feature ? -1 : 1));
  return { features: byUse, share: mean(byUse.map((use) => use.share)), facts };
}

/** To four decimals: thirty times nine tenths would otherwise be less than nine tenths. */
const mean = (shares: readonly number[]) => rounded(shares.reduce((sum, value) => sum + value, 0) / shares.length, 4);

function useOf(feature: Feature, facts: readonly UsageFact[]): FeatureUse[] {
  const shares = facts.flatMap(({ detail }) => detail.metrics.featureAdoption?.[feature] ?? []);
  if (shares.length === 0) return [];
  return [
    {
      feature,
      share: mean(shares),
      facts: facts.filter(({ detail }) => detail.metrics.featureAdoption?.[feature] !== undefined),
    },
  ];
}

/** How many people may use the products. */
export const seatsOf = ({ clientId, staffSeats }: TrackRecord['client']): GroundedFact =>
  stated('seats', 'People licensed to use the products', [`client:${clientId}`], { kind: 'count', value: staffSeats });

/** Adoption as it may be said, with the most and the least used feature where they differ. */
export function adoptionFigures(record: TrackRecord, month: IsoMonth): GroundedFact[] {
  const seats = seatsOf(record.client);
  const adoption = adoptionIn(record, month);
  if (!adoption) return [seats];
  const { features, facts } = adoption;
  const says = `Share of seats using a feature in ${sayMonthAndYear(month)}, mean of the ${features.length} licensed features reported`;
  const sources = cite(facts, { type: 'usage.reported', metric: 'featureAdoption' });
  return [seats, ...share('adoption.share', says, sources, adoption.share), ...bestAndWeakest(adoption, month)];
}

/** Nothing where all features are used alike. */
export function bestAndWeakest({ features }: Adoption, month: IsoMonth): GroundedFact[] {
  const [best, weakest] = [features[0], features.at(-1)];
  if (!best || !weakest || best.share === weakest.share) return [];
  return [...featureFacts('best', best, month), ...featureFacts('weakest', weakest, month)];
}

function featureFacts(which: 'best' | 'weakest', { feature, share: used, facts }: FeatureUse, month: IsoMonth) {
  const sources = cite(facts, { type: 'usage.reported', metric: 'featureAdoption', feature });
  const most = which === 'best' ? 'Most' : 'Least';
  return [
    stated(`feature.${which}`, `${most} used feature in ${sayMonthAndYear(month)}`, sources, {
      kind: 'name',
      text: featureNames[feature],
    }),
    ...share(`feature.${which}.share`, `Share of seats using it in ${sayMonthAndYear(month)}`, sources, used),
  ];
}

export const featureNames: Readonly<Record<Feature, string>> = {
  scheduling: 'Scheduling',
  travel: 'Travel planning',
  compliance: 'Compliance',
  policy: 'Policy management',
  analytics: 'Analytics',
  collaboration: 'Collaboration',
};
