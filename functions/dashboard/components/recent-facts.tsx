import type { Fact } from '#shared/domain/facts/fact.ts';
import { describeFact } from '../describe-fact.ts';
import { shortDate } from '../words.ts';
import { Table } from './table.tsx';

/** What was recorded lately: the raw material of the score. */
export function RecentFacts({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return <p class="empty">Nothing was recorded in the last year.</p>;
  return (
    <Table
      caption="Recent facts, newest first"
      rows={facts.map((fact) => ({ date: fact.detail.date, ...describeFact(fact) }))}
      columns={[
        { title: 'Date', kind: 'heading', cell: ({ date }) => <span class="day">{shortDate(date)}</span> },
        { title: 'Kind', cell: ({ kind }) => kind },
        { title: 'What was recorded', kind: 'wide', cell: ({ says }) => says },
      ]}
    />
  );
}
