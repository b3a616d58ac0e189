import { type Client, type Contract, Product } from '../clients/client.ts';
import { type Fact, type FactType, factDetails } from '../facts/fact.ts';
import type { IsoDate } from '../values/iso-date.ts';
import { type Bill, billsOf } from './bills.ts';
import { type MonthOfUse, monthsOfUse } from './history.ts';
import { monthsOfEvidence } from './model.ts';
import { type Ticket, ticketsOf } from './tickets.ts';

/** What is known of a client on a day: its current facts by type, oldest first, and its use month by month. */
export interface Dossier {
  readonly client: Client;
  readonly contract: Contract | undefined;
  readonly asOf: IsoDate;
  readonly facts: FactsByType;
  /** The latest first. */
  readonly months: readonly MonthOfUse[];
  /** By due date. */
  readonly bills: readonly Bill[];
  readonly tickets: readonly Ticket[];
}
export type FactsByType = { readonly [T in FactType]: readonly Fact<T>[] };

/** Opens the dossier as of a day from current facts, oldest first; later facts are left out. */
export function openDossier(
  { client, contract }: Pick<Dossier, 'client' | 'contract'>,
  current: readonly Fact[],
  asOf: IsoDate,
): Dossier {
  const byType = Object.fromEntries(Object.keys(factDetails).map((type): [string, Fact[]] => [type, []]));
  for (const fact of current) if (fact.detail.date <= asOf) byType[fact.type]?.push(fact);
  const facts = byType as unknown as FactsByType;
  const reports = facts['usage.reported'].map(({ detail }) => detail);
  const months = monthsOfUse(reports, asOf, monthsOfEvidence);
  return { client, contract, asOf, facts, months, bills: billsOf(facts), tickets: ticketsOf(facts) };
}

/** The products whose use we expect to see: those the client pays for, and any it reports on. */
export const productsOf = ({ client, months }: Dossier): Product[] =>
  Product.options.filter(
    (product) => client.services.includes(product) || months.some(({ products }) => products[product]),
  );
