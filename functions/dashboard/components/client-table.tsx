import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { daysBetween, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { formatScore } from '#shared/domain/values/score.ts';
import { describeFact } from '../describe-fact.ts';
import { partsOf, type Scored } from '../explain-score.ts';
import { contactDays, type Row } from '../load-portfolio.ts';
import { clientTypeNames, distance, driverNames, roughPoints, shortDate } from '../words.ts';
import { ClientLink } from './client-link.tsx';
import { Band, Bar, Trend } from './marks.tsx';
import { Renewal } from './renewal.tsx';
import { RiskMark } from './risk.tsx';
import { type Column, Table } from './table.tsx';

/** The scored clients as they stand. */
export function ClientTable({ rows, today }: { rows: readonly Row<Scored>[]; today: IsoDate }) {
  return (
    <Table
      caption="Clients, the lowest score first"
      rows={rows}
      columns={[
        client,
        { title: 'Score', kind: 'number', cell: ({ assessment }) => <Score assessment={assessment} /> },
        {
          title: 'Band',
          cell: ({ assessment, risk }) => (
            <>
              <Band band={assessment.band} />
              <RiskMark risk={risk} today={today} />
            </>
          ),
        },
        { title: 'Trend', cell: ({ assessment }) => <Trend trend={assessment.trend} /> },
        {
          title: 'What drives it, in points',
          kind: 'wide',
          cell: ({ assessment }) => <Drivers assessment={assessment} />,
        },
        ...columnsOfAll(today),
      ]}
    />
  );
}

/** Prospects, former clients and those of whom too little is known. */
export function UnscoredTable({ rows, today }: { rows: readonly Row[]; today: IsoDate }) {
  return (
    <Table
      caption="Clients without a score"
      rows={rows}
      columns={[
        client,
        { title: 'Status', cell: (row) => standingOf(row) },
        {
          title: 'Why there is no score',
          kind: 'wide',
          cell: ({ client, assessment }) => why(client.status, assessment),
        },
        ...columnsOfAll(today),
      ]}
    />
  );
}

/** What is known of every client, scored or not. */
const columnsOfAll = (today: IsoDate): Column<Row>[] => [
  { title: 'Renewal', cell: ({ contract }) => <Renewal contract={contract} today={today} /> },
  { title: 'Last contact', cell: ({ lastContact }) => <Contact fact={lastContact} today={today} /> },
  { title: 'Open alerts', kind: 'number', cell: ({ openAlerts }) => <Alerts open={openAlerts} /> },
];

const client: Column<Row> = {
  title: 'Client',
  kind: 'heading',
  cell: ({ client }) => (
    <>
      <ClientLink client={client} />
      <small>{clientTypeNames[client.type]}</small>
    </>
  ),
};

const Score = ({ assessment }: { assessment: Scored }) => (
  <span class="score">
    {formatScore(assessment.score)}
    <Bar value={assessment.score} band={assessment.band} />
  </span>
);

const worthNaming = 100;

/** The dimension that keeps most points from the score, and the strongest of the others. */
function Drivers({ assessment }: { assessment: Scored }) {
  const parts = partsOf(assessment);
  const worst = parts.find(({ keeps }) => keeps >= worthNaming);
  const [best] = parts.filter((part) => part !== worst).sort((a, b) => b.score - a.score);
  return (
    <ul class="drivers">
      {worst && (
        <li>
          <b class="costs">−{roughPoints(worst.keeps)}</b> {driverNames[worst.dimension]} at {worst.score.toFixed(0)}
        </li>
      )}
      {best && (
        <li>
          <b class="gives">+{roughPoints(best.gives)}</b> {driverNames[best.dimension]} at {best.score.toFixed(0)}
        </li>
      )}
    </ul>
  );
}

function Contact({ fact, today }: { fact: Row['lastContact']; today: IsoDate }) {
  if (!fact) return <span class="quiet">None in {contactDays} days</span>;
  return (
    <>
      {shortDate(fact.detail.date)}
      <small>
        {contactNames[describeFact(fact).kind] ?? describeFact(fact).kind},{' '}
        {distance(daysBetween(today, fact.detail.date))}
      </small>
    </>
  );
}
const contactNames: Readonly<Record<string, string>> = { Survey: 'Survey answered', Ticket: 'Ticket opened' };

const Alerts = ({ open }: { open: number }) => (open > 0 ? <b>{open}</b> : <span class="quiet">0</span>);

const standingOf = ({ client: { status } }: Row) =>
  status === 'active' ? 'Insufficient data' : status === 'prospect' ? 'Prospect' : 'Former client';

function why(status: Row['client']['status'], assessment: HealthAssessment | undefined): string {
  if (status === 'churned') return 'Former clients are not scored.';
  if (assessment?.outcome === 'insufficient-data') return assessment.missing;
  return status === 'prospect' ? 'Not a client yet, so nothing is measured.' : 'Not scored yet.';
}
