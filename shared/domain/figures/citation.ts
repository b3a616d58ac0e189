import type { Fact } from '../facts/fact.ts';
import { textHash } from './text-hash.ts';

/** Beyond this many, facts are cited as a range: a mail keeps its facts, and a year's reports would be 60 KB of ids. */
const citedOneByOne = 8;

/**
 * Names the facts a figure was computed from. Up to eight by their ids. More as one line,
 * `usage.reported/flextime/travelSavingsCents 2026-10-01..2026-10-31 #31 5f2c81aa`: type and what of it, first and last
 * day, how many, and a check of all their ids, so that none is lost: `citedFacts` finds exactly these again.
 */
export function cite(facts: readonly Fact[], about: Matter): string[] {
  const [first, last] = [facts[0], facts.at(-1)];
  if (!first || !last || facts.length <= citedOneByOne) return facts.map(({ factId }) => factId);
  return [`${pathOf(about)} ${first.detail.date}..${last.detail.date} #${facts.length} ${checkOf(facts)}`];
}

/** The facts that a citation names, among a client's current facts; undefined when they are not the same any more. */
export function citedFacts(sources: readonly string[], current: readonly Fact[]): Fact[] | undefined {
  const cited = sources.map((source) => resolve(source, current));
  return cited.some((facts) => facts === undefined) ? undefined : cited.flatMap((facts) => facts ?? []);
}

/** Which facts a range is about: all of a type, or the reports of a product that have a metric. */
export type Matter =
  | { readonly type: Exclude<Fact['type'], 'usage.reported'> }
  | {
      readonly type: 'usage.reported';
      readonly product?: string | undefined;
      /** Any report when absent. */
      readonly metric?: string | undefined;
      readonly feature?: string;
    };

function pathOf(matter: Matter): string {
  if (matter.type !== 'usage.reported') return matter.type;
  const { type, product = 'any', metric, feature } = matter;
  return [type, product, ...(metric ? [metric] : []), ...(feature ? [feature] : [])].join('/');
}

function resolve(source: string, current: readonly Fact[]): Fact[] | undefined {
  const [, path, from = '', to = '', , check] = /^(\S+) (\S+)\.\.(\S+) #(\d+) ([0-9a-f]{8})$/.exec(source) ?? [];
  if (path === undefined) {
    const fact = current.find(({ factId }) => factId === source);
    return fact && [fact];
  }
  const found = current.filter((fact) => fact.detail.date >= from && fact.detail.date <= to && isAbout(fact, path));
  return checkOf(found) === check ? found : undefined;
}

function isAbout(fact: Fact, path: string): boolean {
  const [type, product, metric, feature] = path.split('/');
  if (fact.type !== 'usage.reported' || type !== fact.type) return fact.type === type;
  if (product !== 'any' && product !== fact.detail.product) return false;
  const { metrics } = fact.detail;
  if (metric === undefined) return true;
  return feature === undefined ? Object.hasOwn(metrics, metric) : Object.hasOwn(metrics.featureAdoption ?? {}, feature);
}

/** Eight hexadecimal digits of all ids, whatever their order (the sum of an FNV-1a hash of each). */
function checkOf(facts: readonly Fact[]): string {
  let sum = 0;
  for (const { factId } of facts) sum = (sum + textHash(factId)) >>> 0;
  return sum.toString(16).padStart(8, '0');
}
