import type { GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import { show } from '#shared/domain/grounding/show.ts';
import type { NumberStyle } from '#shared/domain/mail/preferences.ts';
import { IsoDate } from '#shared/domain/values/iso-date.ts';
import { count, shortDate } from '../words.ts';
import { Table } from './table.tsx';

/** Every fact a mail states: what it is, how the recipient reads it, and the records it was computed from. */
export function MailFacts({ facts, style }: { facts: readonly GroundedFact[]; style: NumberStyle }) {
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">The facts it states</h2>
      <Table
        caption="Facts of this mail and where they come from"
        rows={facts}
        columns={[
          { title: 'Fact', kind: 'heading', cell: ({ says }) => says },
          { title: 'Reads', cell: (fact) => show(fact, style) },
          { title: 'Id', cell: ({ id }) => <code class="whole">{id}</code> },
          { title: 'From', kind: 'wide', cell: ({ sources }) => <Sources of={sources} /> },
        ]}
      />
    </section>
  );
}

const shownAtOnce = 2;

function Sources({ of }: { of: readonly string[] }) {
  if (of.length === 0) return <>ourselves</>;
  if (of.length <= shownAtOnce) return <Ids of={of} />;
  return (
    <details>
      <summary>{count(of.length, 'record')}</summary>
      <Ids of={of} />
    </details>
  );
}

/** Many facts are cited as one range, which says how many: that is told in words, with the citation below. */
const Ids = ({ of }: { of: readonly string[] }) => (
  <ul class="plain">
    {of.map((id) => (
      <li>
        {sayRange(id)}
        <code>{id}</code>
      </li>
    ))}
  </ul>
);

function sayRange(id: string) {
  const [, from, to, many] = /(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d) #(\d+) /.exec(id) ?? [];
  const [first, last] = [IsoDate.safeParse(from).data, IsoDate.safeParse(to).data];
  if (!first || !last) return null;
  return (
    <span class="sentence">
      {count(Number(many), 'record')}, {shortDate(first)} to {shortDate(last)}
    </span>
  );
}
