import type { Client } from '#shared/domain/clients/client.ts';
import { Contract } from '#shared/domain/clients/client.ts';
import { type Fact, type FactType, parseFact } from '#shared/domain/facts/fact.ts';
import { figuresOf } from '#shared/domain/figures/figures-of.ts';
import { openTrackRecord } from '#shared/domain/figures/track-record.ts';
import type { GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import { addDays, IsoMonth } from '#shared/domain/values/iso-date.ts';
import { client, day } from '#tests/fixtures/world.ts';

export const month = (text: string) => IsoMonth.parse(text);
export const bigTwelve = client('big-12', { services: ['flextime', 'heliix'], staffSeats: 64, memberSchools: 16 });

/** $365,000 a year for $730,000 of savings promised: $1,000 and $2,000 a day in a year of 365 days. */
export const contract = Contract.parse({
  clientId: 'big-12',
  start: '2026-07-01',
  end: '2028-06-30',
  annualValueCents: 36_500_000,
  promisedSavingsCents: 73_000_000,
});

/** A fact about Big 12, recorded at noon of its day unless said otherwise. */
export const fact = (
  type: FactType,
  date: string,
  detail: object,
  { id = '', at = `${date}T12:00:00.000Z` } = {},
): Fact =>
  parseFact({ factId: `${type}-${date}-${id}`, type, recordedAt: at, detail: { clientId: 'big-12', date, ...detail } });

export const flextime = (date: string, metrics: object) =>
  fact('usage.reported', date, { product: 'flextime', metrics }, { id: 'flextime' });
export const heliix = (date: string, metrics: object) =>
  fact('usage.reported', date, { product: 'heliix', metrics }, { id: 'heliix' });

/** A report for each day of a span. */
export const daily = (from: string, to: string, report: (date: string) => Fact): Fact[] => {
  const facts: Fact[] = [];
  for (let date = day(from); date <= day(to); date = addDays(date, 1)) facts.push(report(date));
  return facts;
};

interface Recorded {
  readonly facts: readonly Fact[];
  readonly of?: Client;
  readonly under?: Contract | 'none';
  readonly today?: string;
}

export const recordOf = ({ facts, of = bigTwelve, under = contract, today = '2026-11-03' }: Recorded) =>
  openTrackRecord({ client: of, contract: under === 'none' ? undefined : under, facts, today: day(today) });

/** The figures of October 2026 by id, each as its bare value. */
export const figures = (recorded: Recorded, about = '2026-10'): Record<string, unknown> =>
  Object.fromEntries(figuresOf(recordOf(recorded), month(about)).map((it) => [it.id, bareValue(it)]));

export function bareValue(it: GroundedFact): unknown {
  if ('value' in it) return it.value;
  if ('cents' in it) return it.cents;
  if ('date' in it) return it.date;
  if ('month' in it) return it.month;
  return 'text' in it ? it.text : it.at;
}
