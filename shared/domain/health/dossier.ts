import { type Client, type Contract, Product } from '../clients/client.ts';
import { type Fact, type FactType, factDetails } from '../facts/fact.ts';
import type { IsoDate } from '../values/iso-date.ts';
import { type MonthOfUse, monthsOfUse } from './history.ts';
import { monthsOfEvidence } from './model.ts';

/** What is known of a client on a day: its current facts by type, oldest first, and its use month by month. */
export interface Dossier {
  readonly client: Client;
  readonly contract: Contract | undefined;
  readonly asOf: IsoDate;
  readonly facts: FactsByType;
  /** The latest first. */
  readonly months: readonly MonthOfUse[];
}
type FactsByType = { readonly [T in FactType]: readonly Fact<T>[] };

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
  return { client, contract, asOf, facts, months: monthsOfUse(reports, asOf, monthsOfEvidence) };
}

/** The products whose use we expect to see: those the client pays for, and any it reports on. */
export const productsOf = ({ client, months }: Dossier): Product[] =>
  Product.options.filter(
    (product) => client.services.includes(product) || months.some(({ products }) => products[product]),
  );

/** For each thing with an identity of its own (an invoice, a ticket), the fact recorded last. */
export function latestBy<F extends Fact>(facts: readonly F[], idOf: (fact: F) => string): Map<string, F> {
  const latest = new Map<string, F>();
  for (const fact of facts) {
    const known = latest.get(idOf(fact));
    if (!known || fact.recordedAt > known.recordedAt) latest.set(idOf(fact), fact);
  }
  return latest;
}
