import type { Feature } from '../../facts/usage.ts';
import type { Evidence } from '../assessment.ts';
import { productsOf } from '../dossier.ts';
import type { MonthOfUse } from '../history.ts';
import { featuresOf } from '../model.ts';
import { sayNumber, sayShare } from '../wording.ts';
import type { Told } from './evidence-of.ts';

/** How many of the seats use each feature, in the latest month that says so. */
export function sayFeatures({ dossier, panel }: Told): Evidence[] {
  const month = dossier.months.find(({ features }) => Object.keys(features).length > 0);
  if (!month) return [];
  const licensed = new Set(productsOf(dossier).flatMap((product) => featuresOf[product]));
  const known = sharesIn(month).sort((a, b) => a.share - b.share || (a.feature < b.feature ? -1 : 1));
  const each = known.map(({ feature, share }) => `${feature} ${sayShare(share)}`).join(', ');
  const unknown = [...licensed].filter((feature) => !month.features[feature]).length;
  const average = panel.columns.adoption.findLast((share) => !Number.isNaN(share)) ?? 0;
  return [
    {
      says: `Features are used by ${sayShare(average)} of seats on average: ${each}${unknown === 0 ? '' : `; ${unknown} licensed and not reported`}`,
      facts: Math.max(...known.map(({ reports }) => reports)),
      from: month.from,
      to: month.to,
      of: { types: ['usage.reported'], metric: 'featureAdoption' },
    },
  ];
}

const sharesIn = ({ features }: MonthOfUse) =>
  Object.entries(features).map(([feature, { sum, reports }]) => ({
    feature: feature as Feature,
    share: sum / reports,
    reports,
  }));

/** People active on an average day of the year: of two products the busier, since the same people may use both. */
export function sayActiveSeats({ dossier: { client, months }, panel }: Told): Evidence[] {
  const year = months.slice(0, 12).filter(({ products }) => reportsOf(products) > 0);
  const [latest, earliest] = [year[0], year.at(-1)];
  if (!latest || !earliest) return [];
  const known = panel.columns.activeSeats.slice(-12).filter((share) => !Number.isNaN(share));
  const share = known.reduce((sum, one) => sum + one, 0) / known.length;
  return [
    {
      says: `${sayNumber(share * client.staffSeats)} of ${client.staffSeats} seats active on an average day (${sayShare(share)})`,
      facts: year.reduce((sum, { products }) => sum + reportsOf(products), 0),
      from: earliest.from,
      to: latest.to,
      of: { types: ['usage.reported'], metric: 'dailyActiveUsers' },
    },
  ];
}

const reportsOf = (products: MonthOfUse['products']) =>
  Math.max(0, ...Object.values(products).map(({ metrics }) => metrics.dailyActiveUsers?.reports ?? 0));
