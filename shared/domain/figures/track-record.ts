import type { Client, Contract, Product } from '../clients/client.ts';
import { currentFacts, type Fact } from '../facts/fact.ts';
import { type IsoDate, type IsoMonth, monthOf } from '../values/iso-date.ts';

export type UsageFact = Fact<'usage.reported'>;

/** What was recorded of one client up to a day, laid out for counting: the facts that count, oldest first. */
export interface TrackRecord {
  readonly client: Client;
  readonly contract: Contract | undefined;
  /** The day in the client's own time zone. */
  readonly today: IsoDate;
  /** The reports of a product with their months, oldest first; a month without a report is absent. */
  readonly reports: Readonly<Record<Product, ReadonlyMap<IsoMonth, readonly UsageFact[]>>>;
  readonly answers: readonly Fact<'survey.answered'>[];
  readonly opened: readonly Fact<'ticket.opened'>[];
  readonly resolved: readonly Fact<'ticket.resolved'>[];
}

interface Recorded {
  readonly client: Client;
  /** The one in force. */
  readonly contract: Contract | undefined;
  /** In any order, repeated or restated: only the latest word on each thing counts. Totals are of the facts given. */
  readonly facts: Iterable<Fact>;
  readonly today: IsoDate;
}

/** Opens the record of a client. Facts of other clients, and those dated after today, are left out. */
export function openTrackRecord({ client, contract, facts, today }: Recorded): TrackRecord {
  const own: Fact[] = [];
  for (const fact of facts) if (fact.detail.clientId === client.clientId && fact.detail.date <= today) own.push(fact);
  const current = currentFacts(own);
  const reportsOf = (product: Product) =>
    Map.groupBy(
      current.flatMap((fact) => (fact.type === 'usage.reported' && fact.detail.product === product ? [fact] : [])),
      ({ detail }) => monthOf(detail.date),
    );
  return {
    client,
    contract,
    today,
    reports: { flextime: reportsOf('flextime'), heliix: reportsOf('heliix') },
    answers: current.flatMap((fact) => (fact.type === 'survey.answered' ? [fact] : [])),
    opened: current.flatMap((fact) => (fact.type === 'ticket.opened' ? [fact] : [])),
    resolved: current.flatMap((fact) => (fact.type === 'ticket.resolved' ? [fact] : [])),
  };
}
