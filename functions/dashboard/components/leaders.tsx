import type { Leader } from '#shared/domain/leadership/leaders.ts';
import { daysBetween, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { count, roleNames, shortDate } from '../words.ts';
import { Table } from './table.tsx';

/** Who carries the relationship, since when, and who is going. */
export function Leaders({ leaders, today }: { leaders: readonly Leader[]; today: IsoDate }) {
  return (
    <section aria-labelledby="leaders">
      <h2 id="leaders">Leaders</h2>
      <Table
        caption="Leaders of the client"
        rows={leaders}
        columns={[
          { title: 'Role', kind: 'heading', cell: (leader) => <Post leader={leader} /> },
          { title: 'In office since', cell: (leader) => <Since leader={leader} /> },
          {
            title: 'Tenure',
            cell: ({ tenureDays }) => <span class="whole">{tenureDays === undefined ? '–' : span(tenureDays)}</span>,
          },
          { title: 'Now', cell: (leader) => <State leader={leader} today={today} /> },
        ]}
      />
    </section>
  );
}

const Post = ({ leader: { role, school } }: { leader: Leader }) => (
  <>
    {roleNames[role]}
    {school && <small>{school}</small>}
  </>
);

function Since({ leader: { since, state } }: { leader: Leader }) {
  if (since !== undefined) return <>{shortDate(since)}</>;
  return <span class="quiet">{state === 'vacant' ? 'Nobody' : 'Not recorded'}</span>;
}

function State({ leader: { state, leavingSince, vacantSince }, today }: { leader: Leader; today: IsoDate }) {
  if (state === 'leaving' && leavingSince)
    return <span class="soon">Leaving, announced {shortDate(leavingSince)}</span>;
  if (state === 'vacant' && vacantSince)
    return (
      <span class="overdue">
        Vacant since {shortDate(vacantSince)}, {span(daysBetween(vacantSince, today))}
      </span>
    );
  return state === 'unknown' ? <span class="quiet">Not recorded</span> : <>In office</>;
}

/** "12 days", "7 months", "4.5 years" */
function span(days: number): string {
  if (days < 61) return count(days, 'day');
  return days < 731 ? count(Math.round(days / 30.44), 'month') : `${(days / 365.25).toFixed(1)} years`;
}
