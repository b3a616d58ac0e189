import type { Client } from '#shared/domain/clients/client.ts';
import { milestoneFacts } from '#shared/domain/figures/milestone-facts.ts';
import type { GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import { Mail } from '#shared/domain/mail/mail.ts';
import { Message } from '#shared/domain/mail/message.ts';
import { Meeting } from '#shared/domain/meetings/meeting.ts';
import { ContactId } from '#shared/domain/values/ids.ts';
import { Instant } from '#shared/domain/values/iso-date.ts';
import type { Table } from '#shared/ports/table.ts';
import { actions } from '#shared/store/action.ts';
import { mails } from '#shared/store/mail.ts';
import { meetings } from '#shared/store/meeting.ts';
import { messages } from '#shared/store/message.ts';
import { day } from '#tests/fixtures/world.ts';
import { mailOf } from '#tests/unit/letters/rendering.ts';
import { fullSheet } from '#tests/unit/letters/sheets.ts';

const noon = Instant.parse('2026-11-20T18:00:00.000Z');

/** Ids of the messages of the seeded office, by what is the matter with them. */
export const seeded = {
  approval: 'renewal-letter.commissioner.2027',
  planned: 'milestone.scheduling-associate.hours-1000',
  unwritable: 'monthly-review.commissioner.2026-10',
  dropped: 'usage-report.scheduling-associate.2026-10',
  mailed: 'milestone.commissioner.savings-250000',
  mailId: 'american--milestone--commissioner--savings-250000',
} as const;

/** An office with a message in each state, a mail that was sent, and meetings held, missed and to come. */
export async function seedMail(table: Table, office: Client): Promise<void> {
  const { clientId } = office;
  const waiting = [
    {
      ...message(office, seeded.approval, 'renewal-letter', 'commissioner'),
      approval: { state: 'waiting', because: 'A renewal letter always needs your approval.' },
    },
    {
      ...message(office, seeded.planned, 'milestone', 'scheduling-associate', thousandHours),
      hold: { reason: 'quiet-hours', until: '2026-11-23T14:00:00.000Z', at: noon },
    },
    message(office, seeded.unwritable, 'monthly-review', 'commissioner'),
  ];
  const settled = [
    {
      ...message(office, seeded.dropped, 'usage-report', 'scheduling-associate'),
      status: 'expired',
      at: noon,
      reason: 'stale',
    },
    {
      ...message(office, seeded.mailed, 'milestone', 'commissioner'),
      status: 'mailed',
      at: noon,
      mailId: seeded.mailId,
    },
  ];
  for (const each of [...waiting, ...settled]) {
    const first = Message.parse({ ...each, status: 'waiting' });
    if (first.status === 'waiting') await table.commit([messages.propose(first)]);
    const stored = await messages.get(table, clientId, first.messageId);
    if (stored && each.status !== 'waiting') await table.commit([messages.move(stored, Message.parse(each))]);
  }
  const mail = congratulation(office);
  const commissioner = ContactId.parse('commissioner');
  const about = { clientId, at: noon, participants: [commissioner] };
  await table.commit([
    mails.queue(mail),
    actions.record({
      ...about,
      actionId: mail.mailId,
      type: 'mail',
      points: [mail.subject, 'Reached on 14 November.'],
      nextSteps: [],
      mailId: mail.mailId,
    }),
    actions.record({
      ...about,
      actionId: 'meeting:monthly-review-2026-09',
      type: 'meeting',
      at: Instant.parse('2026-10-14T15:00:00.000Z'),
      points: ['American: success review of September 2026', 'Travel for volleyball'],
      outcome: 'held; the office keeps Flextime for volleyball',
      nextSteps: ['Send the three options'],
      rating: 9,
    }),
  ]);
  for (const each of met(office)) {
    const planned = { ...plan(office, each), status: 'proposed', tries: 0 } as const;
    const first = Meeting.parse(planned);
    if (first.status === 'proposed') await table.commit([meetings.propose(first)]);
    const stored = await meetings.get(table, clientId, first.meetingId);
    if (stored) await table.commit([meetings.move(stored, Meeting.parse({ ...plan(office, each), ...each }))]);
  }
}

const thousandHours = milestoneFacts({
  key: 'hours-1000',
  name: 'one thousand staff hours saved',
  reached: day('2026-11-14'),
  value: { of: 'hours', amount: 1_000 },
  sources: ['american-0', 'american-1', 'american-2'],
});

const message = (
  { clientId }: Client,
  messageId: string,
  kind: Message['kind'],
  contactId: string,
  facts: readonly GroundedFact[] = [],
) => ({
  messageId,
  clientId,
  contactId,
  kind,
  occasion: messageId.split('.').at(-1),
  because: 'October 2026 is over.',
  proposedAt: noon,
  notBefore: noon,
  staleAt: '2026-12-20T18:00:00.000Z',
  facts: [...facts],
  approval: { state: 'not-needed' },
  status: 'waiting',
});

function congratulation({ clientId, name }: Client) {
  const sheet = fullSheet('mid-major-conference', { 'client.name': { kind: 'name', text: name } });
  const { subject, html, text, stated } = mailOf('milestone', 'mid-major-conference', sheet);
  return Mail.options[0].parse({
    mailId: seeded.mailId,
    kind: 'milestone',
    to: `commissioner@${clientId}.example`,
    subject,
    html,
    text,
    about: clientId,
    contactId: 'commissioner',
    messageIds: [seeded.mailed],
    because: 'Reached on 14 October 2026.',
    facts: [...stated],
    queuedAt: noon,
    status: 'pending',
  });
}

const met = ({ clientId }: Client) => [
  {
    meetingId: 'monthly-review-2026-09',
    at: '2026-10-14T15:00:00.000Z',
    status: 'held',
    recordedAt: noon,
    rating: 9,
    points: [],
    outcomes: [],
    nextSteps: [],
  },
  { meetingId: 'monthly-review-2026-08', at: '2026-09-16T15:00:00.000Z', status: 'missed', recordedAt: noon },
  {
    meetingId: 'monthly-review-2026-10',
    at: '2026-12-02T16:00:00.000Z',
    status: 'arranged',
    arrangedAt: noon,
    link: `https://meet.heliix.example/${clientId}`,
  },
];

const plan = ({ clientId, timeZone }: Client, { meetingId, at }: { meetingId: string; at: string }) => ({
  meetingId,
  clientId,
  purpose: 'monthly-review',
  contactIds: ['commissioner'],
  at,
  minutes: 30,
  timeZone,
  sequence: 0,
  proposedAt: noon,
});
