import { along } from '../curve.ts';
import { type Dossier, productsOf } from '../dossier.ts';
import { adoptionRule, featuresOf } from '../model.ts';
import { type Measurement, type Reading, readSignals } from '../reading.ts';
import { sayNumber, sayShare } from '../wording.ts';

/** How much of what they pay for do they use, and how many of those who could? */
export const readAdoption = (dossier: Dossier): Reading =>
  readSignals('adoption', [
    { weight: adoptionRule.features, measured: measureFeatures(dossier) },
    { weight: adoptionRule.seats, measured: measureSeats(dossier) },
  ]);

function measureFeatures(dossier: Dossier): Measurement | undefined {
  const months = dossier.months.slice(0, adoptionRule.monthsKnown);
  const licensed = [...new Set(productsOf(dossier).flatMap((product) => featuresOf[product]))];
  const known = licensed.flatMap((feature) => {
    const month = months.find(({ features }) => features[feature]);
    const tally = month?.features[feature];
    return month && tally ? [{ feature, month, share: tally.daily, reports: tally.reports }] : [];
  });
  const [first] = known;
  if (!first) return undefined;

  const average = known.reduce((sum, { share }) => sum + share, 0) / known.length;
  const byShare = known.toSorted((a, b) => a.share - b.share || (a.feature < b.feature ? -1 : 1));
  const each = byShare.map(({ feature, share }) => `${feature} ${sayShare(share)}`).join(', ');
  const periods = known.map(({ month }) => month).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const says = `Features are used by ${sayShare(average)} of seats on average: ${each}${sayUnknown(licensed.length - known.length)}`;
  return {
    score: along(adoptionRule.scoreByFeatures, average),
    confidence: known.length / licensed.length,
    evidence: [
      {
        says,
        facts: Math.max(...known.map(({ reports }) => reports)),
        from: (periods[0] ?? first.month).from,
        to: (periods.at(-1) ?? first.month).to,
        of: { types: ['usage.reported'], metric: 'featureAdoption' },
      },
    ],
  };
}

const sayUnknown = (features: number) => (features === 0 ? '' : `; ${features} licensed and not reported`);

/** People active on an average day of the year: of two products the busier, since the same people may use both. */
function measureSeats({ client, months }: Dossier): Measurement | undefined {
  const daily = months.slice(0, 12).map(({ products, from, to }) => {
    const tallies = Object.values(products).flatMap(({ metrics }) => metrics.dailyActiveUsers ?? []);
    return {
      from,
      to,
      people: Math.max(...tallies.map(({ daily }) => daily)),
      reports: Math.max(0, ...tallies.map(({ reports }) => reports)),
    };
  });
  const known = daily.filter(({ reports }) => reports > 0);
  const [latest, earliest] = [known[0], known.at(-1)];
  if (!latest || !earliest || !daily.slice(0, adoptionRule.monthsKnown).some(({ reports }) => reports > 0))
    return undefined;

  const people = known.reduce((sum, month) => sum + month.people, 0) / known.length;
  const share = people / client.staffSeats;
  const says = `${sayNumber(people)} of ${client.staffSeats} seats active on an average day (${sayShare(share)})`;
  const facts = known.reduce((sum, { reports }) => sum + reports, 0);
  return {
    score: along(adoptionRule.scoreBySeats, share),
    confidence: 1,
    evidence: [
      {
        says,
        facts,
        from: earliest.from,
        to: latest.to,
        of: { types: ['usage.reported'], metric: 'dailyActiveUsers' },
      },
    ],
  };
}
