import type { Fact } from '../facts/fact.ts';
import { cite } from '../figures/citation.ts';
import type { Evidence } from './assessment.ts';

/**
 * The facts a sentence of evidence rests on, among those that counted for its score: of its types, dated within its time,
 * about its product, metric or post. None for a sentence of a model too old to say.
 */
export const factsBehind = ({ of, from, to }: Evidence, counted: readonly Fact[]): Fact[] =>
  of
    ? counted.filter((fact) => {
        const { type, detail } = fact;
        if (!of.types.includes(type) || detail.date < from || detail.date > to) return false;
        if (fact.type === 'usage.reported')
          return (of.product ?? fact.detail.product) === fact.detail.product && measures(fact, of.metric);
        return fact.type !== 'leadership.changed' || (fact.detail.role === of.role && fact.detail.school === of.school);
      })
    : [];

const measures = ({ detail: { metrics } }: Fact<'usage.reported'>, metric: string | undefined) =>
  metric === undefined || Object.hasOwn(metrics, metric);

/** The same, as a figure cites its facts: a sentence may rest on a year of reports, which no link and no record should hold one by one. */
export function citationOf(evidence: Evidence, counted: readonly Fact[]): string[] {
  const byType = Map.groupBy(factsBehind(evidence, counted), ({ type }) => type);
  return [...byType].flatMap(([type, facts]) => {
    // A range would hold every post's changes; of one post there are few.
    if (type === 'leadership.changed') return facts.map(({ factId }) => factId);
    const { product, metric } = evidence.of ?? {};
    return cite(facts, type === 'usage.reported' ? { type, product, metric } : { type });
  });
}
