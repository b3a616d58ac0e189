import type { Contact } from '#shared/domain/clients/client.ts';
import { type Meeting, purposeNames } from '#shared/domain/meetings/meeting.ts';
import { firstDay } from '#shared/domain/values/iso-date.ts';
import type { Dealing, Dealings, ReviewMonth } from '../load-dealings.ts';
import { capitalized, count, dateAndTime, monthName, roleNames } from '../words.ts';
import { MailStatus } from './marks.tsx';
import { Table } from './table.tsx';

interface Props {
  readonly dealings: Dealings;
  readonly contacts: readonly Contact[];
  /** Whether a review is owed each month. */
  readonly active: boolean;
}

/** Mails, meetings, calls and notes: who took part, what it was about, what came of it. */
export function DealingsSection({ dealings: { past, toCome, reviews }, contacts, active }: Props) {
  const who = participantsAmong(contacts);
  return (
    <section aria-labelledby="dealings">
      <h2 id="dealings">What we did together</h2>
      {active && <Reviews months={reviews} />}
      {toCome.map((meeting) => (
        <p>
          <b>To come:</b> {nameOf(meeting)}, {dateAndTime(meeting.at)}, {meeting.minutes} minutes, with{' '}
          {who(meeting.contactIds)}
          {meeting.status === 'arranged' && meeting.link && (
            <>
              {' '}
              (<a href={meeting.link}>video link</a>)
            </>
          )}
        </p>
      ))}
      {past.length === 0 ? (
        <p class="empty">No mail, meeting or call is recorded.</p>
      ) : (
        <Table
          caption="Contacts with the client, newest first"
          rows={past}
          columns={[
            { title: 'When', kind: 'heading', cell: ({ action }) => dateAndTime(action.at) },
            { title: 'What', cell: ({ action }) => typeNames[action.type] },
            { title: 'With', cell: ({ action }) => capitalized(who(action.participants)) },
            { title: 'About', kind: 'wide', cell: (dealing) => <Points of={dealing} /> },
            { title: 'Outcome', kind: 'wide', cell: (dealing) => <Outcome of={dealing} /> },
            {
              title: 'Rating',
              cell: ({ action }) =>
                action.rating === undefined ? <span class="quiet">None</span> : `${action.rating} of 10`,
            },
          ]}
        />
      )}
    </section>
  );
}

/** Only reviews that took place count. */
function Reviews({ months }: { months: readonly ReviewMonth[] }) {
  const held = months.filter(({ outcome }) => outcome === 'held').length;
  return (
    <>
      <p>
        Success reviews held in {held} of the last {count(months.length, 'month')}.
      </p>
      <ol class="months" aria-label="Success reviews by month, the latest first">
        {months.map(({ month, outcome }) => (
          <li class={outcome}>
            {monthName(firstDay(month))} <b>{outcomeNames[outcome]}</b>
          </li>
        ))}
      </ol>
    </>
  );
}

const outcomeNames: Readonly<Record<ReviewMonth['outcome'], string>> = {
  held: 'held',
  missed: 'missed',
  none: 'none',
};

const typeNames: Readonly<Record<Dealing['action']['type'], string>> = {
  mail: 'Mail',
  meeting: 'Meeting',
  call: 'Call',
  note: 'Note',
};

const nameOf = ({ purpose }: Meeting) => purposeNames[purpose].toLowerCase();

const Points = ({ of: { action, mail } }: { of: Dealing }) => {
  const [first = '', ...more] = action.points;
  return (
    <>
      {mail ? <a href={`/outbox/${encodeURIComponent(mail.mailId)}`}>{first}</a> : first}
      {more.map((point) => (
        <small>{point}</small>
      ))}
    </>
  );
};

const Outcome = ({ of: { action, mail } }: { of: Dealing }) => (
  <>
    {mail ? (
      <MailStatus status={mail.status} />
    ) : action.outcome ? (
      capitalized(action.outcome)
    ) : (
      <span class="quiet">None recorded</span>
    )}
    {action.nextSteps.length > 0 && <small>Next: {action.nextSteps.join('; ')}</small>}
  </>
);

function participantsAmong(contacts: readonly Contact[]) {
  const roleOf = new Map(contacts.map(({ contactId, role }) => [contactId, roleNames[role]]));
  return (ids: Dealing['action']['participants']) =>
    ids.map((id) => roleOf.get(id) ?? 'somebody who left').join(', ') || 'nobody';
}
