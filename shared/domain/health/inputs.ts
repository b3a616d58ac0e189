import * as z from 'zod';
import { Client, Contract } from '../clients/client.ts';
import { currentFacts, type Fact, FactType } from '../facts/fact.ts';
import { IsoDate } from '../values/iso-date.ts';
import type { HealthEvidence } from './assess-health.ts';

/** The digest of a value: equal for equal values, whatever the order of their fields; at least `factDigest` characters. */
export type Digest = (value: unknown) => string;

const Dated = z.object({ on: IsoDate, digest: z.string() });

/**
 * What a score was made from, kept beside it: enough to find it all again in what is recorded later, and to name what is
 * new, missing or different.
 */
export const HealthInputs = z.object({
  /** The first day whose facts were looked at; leaders are looked at however long ago they changed. */
  from: IsoDate,
  /** The facts that counted, by type, oldest first: five characters of the digest of each. */
  facts: z.partialRecord(FactType, z.string()),
  client: Client,
  contract: Contract.optional(),
  /** The assessment of an earlier day, which the band may hold on to. */
  previous: Dated.optional(),
  /** The seasons learned from all clients. */
  seasons: Dated.optional(),
  /** The trained model of the forecast. */
  model: z.string().optional(),
});
export type HealthInputs = z.infer<typeof HealthInputs>;

/** A thousand facts share a billion digests, so two of them look alike once in two thousand scores. */
const factDigest = 5;

/** What an assessment of this evidence is made from; `from` is the first day whose facts were loaded. */
export function inputsOf(evidence: HealthEvidence, from: IsoDate, digest: Digest): HealthInputs {
  const { client, contract, previous, seasons, model, asOf } = evidence;
  const facts: Partial<Record<FactType, string>> = {};
  for (const fact of currentFacts(evidence.facts)) {
    if (fact.detail.date > asOf) continue;
    facts[fact.type] = (facts[fact.type] ?? '') + digestOfFact(fact, digest);
  }
  return {
    from,
    facts,
    client,
    ...(contract ? { contract } : {}),
    ...(previous ? { previous: { on: previous.scoredOn, digest: digest(previous) } } : {}),
    ...(seasons ? { seasons: { on: seasons.learnedOn, digest: digest(seasons) } } : {}),
    ...(model ? { model: digest(model) } : {}),
  };
}

/** The facts that counted then, found again among those recorded now; `missing` counts those that are not there any more. */
export function factsThen(
  then: HealthInputs,
  recorded: readonly Fact[],
  digest: Digest,
): { readonly facts: readonly Fact[]; readonly missing: number } {
  const wanted = new Set(FactType.options.flatMap((type) => digestsIn(then, type).map((known) => `${type} ${known}`)));
  const facts = recorded.filter((fact) => wanted.has(`${fact.type} ${digestOfFact(fact, digest)}`));
  return {
    facts,
    missing: wanted.size - new Set(facts.map((fact) => `${fact.type} ${digestOfFact(fact, digest)}`)).size,
  };
}

/** The digests of the facts of a type. */
export const digestsIn = ({ facts }: HealthInputs, type: FactType): string[] =>
  facts[type]?.match(new RegExp(`.{${factDigest}}`, 'g')) ?? [];

export const digestOfFact = (fact: Fact, digest: Digest): string => digest(fact).slice(0, factDigest);
