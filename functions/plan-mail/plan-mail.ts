import { isDeepStrictEqual } from 'node:util';
import { eventOf, type Received } from '#events/define-event.ts';
import { MailDispatchDue } from '#events/mail-dispatch-due.ts';
import { MailPlanningDue } from '#events/mail-planning-due.ts';
import { MeetingChanged } from '#events/meeting-changed.ts';
import { TicketOpened } from '#events/ticket-opened.ts';
import { TicketResolved } from '#events/ticket-resolved.ts';
import { type Deps, defineEventFunction } from '#functions/define-function.ts';
import { loadOffice, type Office } from '#functions/dispatch-mail/load-office.ts';
import { AppError } from '#shared/domain/errors.ts';
import { lastWholeMonth } from '#shared/domain/figures/tally.ts';
import { withWaiting } from '#shared/domain/mail/ledger.ts';
import { planningDue } from '#shared/domain/mail/planning-time.ts';
import { peerFiguresOf } from '#shared/domain/peers/peer-figures.ts';
import { dueMessages } from '#shared/domain/programmes/due-messages.ts';
import { type ChangedMeeting, isChangedAhead, messagesAbout } from '#shared/domain/programmes/meeting-notice.ts';
import { messageIdOf } from '#shared/domain/programmes/message-id.ts';
import type { Proposal } from '#shared/domain/programmes/proposal.ts';
import { mailCalendar } from '#shared/domain/season/mail-calendar.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import type { Change, TableReader } from '#shared/ports/table.ts';
import { announce } from '#shared/store/announcement.ts';
import { mailLedgers } from '#shared/store/mail-ledger.ts';
import { messages } from '#shared/store/message.ts';
import { peerFigures } from '#shared/store/peer-figures.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { messageFrom } from './message-from.ts';
import { proposeMeeting } from './propose-meeting.ts';

const triggers = [MailPlanningDue, MeetingChanged, TicketOpened, TicketResolved] as const;

export const planMail = defineEventFunction({
  name: 'plan-mail',
  purpose:
    'Looks at everything recorded of a client once a day, and at once when a ticket or a meeting moves, and proposes what should be said to whom.',
  on: triggers,
  needs: ['table:write', 'personal-data:open'],
  partitions: ['CLIENT#', 'DIARY#', 'EVENT#'],
  coalesce: ({ detail: { clientId } }) => clientId,
  run: (deps, event) => retryOnConflict(() => plan(deps, event)),
});

/** A commit holds a hundred changes. What does not fit is planned in the next quarter of an hour. */
const proposalsAtOnce = 40;

/** Proposing the same again changes nothing: a message is named after its kind, its person and its occasion. */
async function plan(
  { table, clock, log }: Deps<'table:write'>,
  event: Received<(typeof triggers)[number]>,
): Promise<void> {
  const { clientId } = event.detail;
  const office = await loadOffice(table, clientId, clock.now());
  if (!office) throw new AppError('client.not-found', { clientId });
  if (office.client.status !== 'active') return;

  const stored = await mailLedgers.get(table, clientId);
  const fresh = await notYetProposed(proposalsFor(office, await changedMeetings(table, office)), office, (ids) =>
    messages.getAll(table, clientId, ids),
  );
  const chosen = fresh.slice(0, proposalsAtOnce);
  const meeting = await proposeMeeting(table, chosen, office);
  const proposed = chosen.map((proposal) => messageFrom(proposal, office, stored.ledger, meeting.meetingId));
  const plannedOn =
    fresh.length > proposalsAtOnce ? undefined : planningDue(office.client.timeZone, undefined, office.now);
  const ids = proposed.map(({ messageId }) => messageId);
  const ledger = { ...withWaiting(stored.ledger, ids, office.now), ...(plannedOn ? { plannedOn } : {}) };
  const due = eventOf(MailDispatchDue, `planned:${clientId}:${stored.version ?? 'first'}`, office.now, { clientId });
  await table.commit([
    ...proposed.map(messages.propose),
    ...meeting.changes,
    ...(isDeepStrictEqual(ledger, stored.ledger) ? [] : [mailLedgers.move(stored, ledger)]),
    ...ownFigures(office),
    ...(ids.length > 0 ? [announce(due)] : []),
  ]);
  log.info('mail planned', { clientId, proposed: ids.length });
}

/** For the others' comparisons, if the client shares. */
function ownFigures({ record }: Office): Change[] {
  const month = lastWholeMonth(record.today);
  const own = peerFiguresOf(record, month);
  return own.shares ? [peerFigures.put(month, own)] : [];
}

const changedMeetings = (table: TableReader, { client, meetings, now }: Office): Promise<ChangedMeeting[]> =>
  Promise.all(
    meetings
      .filter((meeting) => isChangedAhead(meeting, now))
      .map(async (meeting) => {
        const about = await messages.getAll(table, client.clientId, messagesAbout(meeting));
        return { meeting, messages: about.map(({ message }) => message) };
      }),
  );

const proposalsFor = ({ record, contacts, client, today }: Office, changed: readonly ChangedMeeting[]): Proposal[] =>
  dueMessages({
    record,
    contacts,
    policies: catalogue,
    calendar: mailCalendar(client, today),
    changedMeetings: changed,
  });

async function notYetProposed(
  all: readonly Proposal[],
  { client }: Office,
  known: (ids: readonly string[]) => Promise<readonly { readonly message: { readonly messageId: string } }[]>,
): Promise<Proposal[]> {
  const byId = new Map(
    all.map((proposal) => [messageIdOf(proposal.kind, proposal.contactId, proposal.occasion), proposal]),
  );
  for (const { message } of await known([...byId.keys()])) byId.delete(message.messageId);
  return client.status === 'active' ? [...byId.values()] : [];
}
