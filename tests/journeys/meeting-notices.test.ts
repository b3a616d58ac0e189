import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moveMeeting } from '#functions/arrange-meeting/move-meeting.ts';
import { planMeeting } from '#functions/arrange-meeting/plan-meeting.ts';
import { recordMeeting } from '#functions/arrange-meeting/record-meeting.ts';
import { Contact } from '#shared/domain/clients/client.ts';
import type { Mail } from '#shared/domain/mail/mail.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import { MeetingId } from '#shared/domain/meetings/meeting.ts';
import { messageIdOf } from '#shared/domain/programmes/message-id.ts';
import { type ClientId, ContactId } from '#shared/domain/values/ids.ts';
import { Instant, IsoMonth, instantOf } from '#shared/domain/values/iso-date.ts';
import { contacts } from '#shared/store/client.ts';
import { mails } from '#shared/store/mail.ts';
import { mailLedgers } from '#shared/store/mail-ledger.ts';
import { meetings } from '#shared/store/meeting.ts';
import { messages } from '#shared/store/message.ts';
import { aClient, type World, world } from './world.ts';

const meetingId = MeetingId.parse('monthly-review-2026-10');
const [commissioner, deputy, scheduler] = ['commissioner', 'deputy-commissioner', 'scheduling-associate'].map((id) =>
  ContactId.parse(id),
) as [ContactId, ContactId, ContactId];
const hourMs = 3_600_000;

/** Monday 2 November 2026, nine in Chicago. The meeting is on Tuesday the tenth, with three people. */
describe('people invited to a meeting', () => {
  let here: World;
  let clientId: ClientId;
  beforeEach(async () => {
    here = world({ at: '2026-11-02T15:00:00.000Z' });
    clientId = await aClient(here);
    const people = [commissioner, deputy, scheduler, ContactId.parse('operations')];
    await here.table.commit(
      people.map((contactId) =>
        contacts.put(
          Contact.parse({
            clientId,
            contactId,
            role: contactId,
            email: `${contactId}@big-12.example`,
            decisionMaker: false,
            powerUser: false,
            introducedOn: '2026-07-01',
          }),
        ),
      ),
    );
    const planned = await planMeeting(here.table, {
      meetingId,
      purpose: 'monthly-review',
      occasion: IsoMonth.parse('2026-10'),
      contactIds: [commissioner, deputy, scheduler],
      minutes: 45,
      blackouts: [],
      client: { clientId, timeZone: 'America/Chicago' },
      now: instantOf(here.clock.now()),
    });
    await here.table.commit(planned?.changes ?? []);
    await here.drain();
  });
  afterEach(() => here.close());

  /** The review, with its invitation, went to this person just now. */
  async function invited(contactId: ContactId): Promise<void> {
    const now = instantOf(here.clock.now());
    const review: Omit<WaitingMessage, 'status'> = {
      messageId: messageIdOf('monthly-review', contactId, '2026-10'),
      clientId,
      contactId,
      kind: 'monthly-review',
      occasion: '2026-10',
      because: 'October is over.',
      proposedAt: now,
      notBefore: now,
      staleAt: Instant.parse('2026-12-01T00:00:00.000Z'),
      facts: [],
      meetingId,
      approval: { state: 'not-needed' },
    };
    await here.table.commit([messages.propose({ ...review, status: 'waiting' })]);
    const [stored] = await messages.getAll(here.table, clientId, [review.messageId]);
    const ledger = await mailLedgers.get(here.table, clientId);
    const past = [...ledger.ledger.past, { contactId, at: now, priority: 'high' } as const];
    if (!stored) throw new Error('it was proposed');
    await here.table.commit([
      messages.move(stored, { ...review, status: 'mailed', at: now, mailId: `review-${contactId}` }),
      mailLedgers.move(ledger, { ...ledger.ledger, past }),
    ]);
  }
  const days = async (count: number) => {
    for (let step = 0; step < count * 6; step++) {
      here.advance(4 * hourMs);
      await here.wakeDue();
      await here.drain();
    }
  };
  const move = async (at: string) => {
    await moveMeeting(here.table, here.clock, { clientId, meetingId, at: Instant.parse(at) });
    await here.drain();
  };
  const cancel = async () => {
    const after = await recordMeeting(here.table, here.clock, { clientId, meetingId, outcome: 'cancelled' });
    await here.drain();
    return after;
  };
  const notices = async () =>
    (await mails.newest(here.table, 100)).mails.filter(({ kind }) => kind === 'meeting-notice').reverse();
  const toWhom = (sent: readonly Mail[]) => sent.map(({ contactId }) => contactId).sort();

  it('are told when it moves, exactly those who were invited, once, before it begins', async () => {
    await invited(commissioner);
    await invited(deputy);
    await days(1);
    await move('2026-11-12T20:00:00.000Z');
    await days(6);
    const sent = await notices();
    expect(toWhom(sent)).toEqual([commissioner, deputy]);
    for (const mail of sent) {
      expect(mail.text).toContain('Thursday, November 12, 2026');
      expect(mail.queuedAt < '2026-11-09T16:00:00.000Z', 'a day before the time that no longer holds').toBe(true);
      expect(eventIn(mail)).toEqual({
        method: 'REQUEST',
        sequence: 1,
        status: 'CONFIRMED',
        starts: '2026-11-12T14:00:00',
      });
    }
  });

  it('wait for no cap when it was to be tomorrow, but for the morning', async () => {
    await invited(commissioner);
    here.advance(7 * 24 * hourMs - 12 * hourMs);
    await move('2026-11-17T16:00:00.000Z');
    expect(await notices()).toEqual([]);
    await days(1);
    const [mail] = await notices();
    expect(mail?.queuedAt).toMatch(/^2026-11-09T1[3-6]/);
  });

  it('are told that it is off by a withdrawal their calendar understands; cancelling again changes nothing', async () => {
    await invited(commissioner);
    await days(7);
    const first = await cancel();
    const stored = await meetings.get(here.table, clientId, meetingId);
    here.advance(hourMs);
    expect(await cancel()).toEqual(first);
    expect(await meetings.get(here.table, clientId, meetingId)).toEqual(stored);
    const sent = await notices();
    expect(toWhom(sent)).toEqual([commissioner]);
    expect(sent[0]?.text).toContain('The session will not take place');
    expect(sent.map(eventIn)).toEqual([
      { method: 'CANCEL', sequence: 1, status: 'CANCELLED', starts: '2026-11-10T10:00:00' },
    ]);
  });

  it('hear once of a meeting that was moved and then called off before they were told', async () => {
    await invited(commissioner);
    await move('2026-11-19T20:00:00.000Z');
    await cancel();
    await days(12);
    expect((await notices()).map(eventIn)).toMatchObject([{ method: 'CANCEL', sequence: 2 }]);
  });

  it('hear of each change when they were told of the one before', async () => {
    await invited(commissioner);
    await days(7);
    await move('2026-11-24T20:00:00.000Z');
    await days(8);
    await cancel();
    await days(4);
    expect((await notices()).map(eventIn)).toMatchObject([{ sequence: 1 }, { method: 'CANCEL', sequence: 2 }]);
  });

  it('are nobody when no invitation went out yet: the review brings the time that holds', async () => {
    await move('2026-11-12T20:00:00.000Z');
    await invited(scheduler);
    here.advance(1);
    await days(3);
    expect(await notices()).toEqual([]);
  });
});

/** As a calendar reads it. */
function eventIn({ invitation }: Mail) {
  const calendar = new ICAL.Component(ICAL.parse(invitation ?? ''));
  const event = calendar.getFirstSubcomponent('vevent');
  return {
    method: calendar.getFirstPropertyValue('method'),
    sequence: event?.getFirstPropertyValue('sequence'),
    status: event?.getFirstPropertyValue('status'),
    starts: String(event?.getFirstPropertyValue('dtstart')),
  };
}
