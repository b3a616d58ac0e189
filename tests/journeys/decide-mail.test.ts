import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventOf } from '#events/define-event.ts';
import { MailPlanningDue } from '#events/mail-planning-due.ts';
import { recordMeeting } from '#functions/arrange-meeting/record-meeting.ts';
import { previewMail } from '#functions/dispatch-mail/preview-mail.ts';
import { Client, Contact } from '#shared/domain/clients/client.ts';
import { parseFact } from '#shared/domain/facts/fact.ts';
import type { Message, WaitingMessage } from '#shared/domain/mail/message.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { addDays, IsoDate, instantOf } from '#shared/domain/values/iso-date.ts';
import { actions } from '#shared/store/action.ts';
import { announce } from '#shared/store/announcement.ts';
import { clients, contacts } from '#shared/store/client.ts';
import { deadLetters } from '#shared/store/dead-letter.ts';
import { facts } from '#shared/store/fact.ts';
import { mails } from '#shared/store/mail.ts';
import { mailLedgers } from '#shared/store/mail-ledger.ts';
import { messages } from '#shared/store/message.ts';
import { aClient, type World, world } from './world.ts';

const hourMs = 3_600_000;
const messageId = 'monthly-review.commissioner.2026-05';

/** Wednesday 3 June 2026, 09:00 in Chicago: reviews of May are due, and nobody there was ever written to. */
describe('a first mail to a person', () => {
  let here: World;
  let clientId: ClientId;
  beforeEach(async () => {
    here = world({ at: '2026-06-03T14:00:00.000Z' });
    clientId = await aClient(here);
    const recordedAt = instantOf(here.clock.now());
    await here.table.commit([
      contacts.put(
        Contact.parse({
          clientId,
          contactId: 'commissioner',
          role: 'commissioner',
          email: 'commissioner@big-12.example',
          decisionMaker: true,
          powerUser: false,
        }),
      ),
      ...Array.from({ length: 31 }, (_, day) => usage(addDays(IsoDate.parse('2026-05-01'), day), recordedAt)).map(
        facts.record,
      ),
      announce(eventOf(MailPlanningDue, 'planning', recordedAt, { clientId })),
    ]);
    await here.drain();
  });
  afterEach(() => here.close());

  const usage = (date: IsoDate, recordedAt: string) =>
    parseFact({
      factId: `usage-${date}`,
      type: 'usage.reported',
      recordedAt,
      detail: {
        clientId: 'big-12',
        date,
        product: 'flextime',
        metrics: { dailyActiveUsers: 20, schedulingSessions: 50, optimizationRuns: 4, travelSavingsCents: 2_000_000 },
      },
    });
  const message = async (): Promise<Message | undefined> =>
    (await messages.get(here.table, clientId, messageId))?.message;
  const waiting = async (): Promise<WaitingMessage> => {
    const found = await message();
    if (found?.status !== 'waiting') throw new Error(`it should wait, and is ${found?.status}`);
    return found;
  };
  const hashNow = async () => (await previewMail(here.table, await waiting(), here.clock.now())).hash ?? '';
  /** As a browser posts a form of our own page, in the session it has by looking at one. */
  const post = async (path: string, form: Record<string, string> = {}, headers: Record<string, string> = {}) => {
    const entered = await here.app.request('/calendar');
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const type = 'application/x-www-form-urlencoded';
    const answer = await here.app.request(`/calendar/${path}`, {
      method: 'POST',
      headers: { origin: 'http://localhost', cookie, 'content-type': type, ...headers },
      body: new URLSearchParams(form).toString(),
    });
    await here.drain();
    return answer.status;
  };
  const decide = (act: string, form?: Record<string, string>, headers?: Record<string, string>) =>
    post(`${clientId}/${messageId}/${act}`, form, headers);
  const hoursLater = async (hours: number) => {
    for (let hour = 0; hour < hours; hour++) {
      here.advance(hourMs);
      await here.wakeDue();
      await here.drain();
    }
  };
  const sent = async () =>
    (await mails.newest(here.table, 50)).mails.filter(
      ({ kind, status }) => kind === 'monthly-review' && status === 'sent',
    );

  it('waits for the operator, and goes when he approved exactly this text, with an invitation', async () => {
    expect((await waiting()).approval).toMatchObject({ state: 'waiting' });
    await hoursLater(5);
    expect(await sent()).toEqual([]);

    expect(await decide('approve', { hash: await hashNow() })).toBe(303);
    await hoursLater(24);
    const [mail] = await sent();
    expect(mail).toMatchObject({
      to: 'commissioner@big-12.example',
      invitation: expect.stringContaining('METHOD:REQUEST'),
    });
    expect(mail?.facts.map(({ id }) => id)).toContain('meeting.at');
    expect((await mailLedgers.get(here.table, clientId)).ledger.introduced).toEqual(['commissioner']);
    const [action] = await actions.of(here.table, clientId);
    expect(action).toMatchObject({ type: 'mail', participants: ['commissioner'], mailId: mail?.mailId });
    expect(action?.points[0]).toBe(mail?.subject);
    expect(await decide('approve', { hash: 'a'.repeat(64) })).toBe(409);
  });

  it('does not go when what it says changed after the approval: the operator is asked again', async () => {
    expect(await decide('approve', { hash: 'a'.repeat(64) })).toBe(303);
    await hoursLater(24);
    expect(await sent()).toEqual([]);
    expect((await waiting()).approval).toMatchObject({ state: 'waiting', because: expect.stringContaining('changed') });
  });

  it('does not go three days after an approval that was given while it could not go', async () => {
    const hash = await hashNow();
    await decide('hold', { days: '5' });
    await decide('approve', { hash });
    await hoursLater(24 * 6);
    expect(await sent()).toEqual([]);
  });

  it('needs another approval when the operator edited it, and then goes in his words', async () => {
    const before = await hashNow();
    expect(await decide('edit', { subject: 'Your May, in short' })).toBe(303);
    expect((await waiting()).approval).toMatchObject({ state: 'waiting', because: 'The text was edited.' });
    await decide('approve', { hash: before });
    await hoursLater(24);
    expect(await sent()).toEqual([]);
    await decide('approve', { hash: await hashNow() });
    await hoursLater(24);
    expect((await sent()).map(({ subject }) => subject)).toEqual([expect.stringContaining('Your May, in short')]);
  });

  it('is never sent with a figure that no fact shows, even in the operator’s words and approved', async () => {
    await decide('edit', { subject: 'You saved $7,777,777 in May' });
    await decide('approve', { hash: await hashNow() });
    await hoursLater(48);
    expect(await sent()).toEqual([]);
    expect((await waiting()).approval).toMatchObject({ because: expect.stringContaining('7,777,777') });
  });

  it('is never sent with the name of another client, written as small as can be', async () => {
    const rival = Client.parse({
      ...(await clients.get(here.table, clientId)),
      clientId: 'rival',
      name: 'Pinewood Conference',
    });
    await here.table.commit([clients.put(rival)]);
    await decide('edit', { subject: 'Your May, as pinewood had it' });
    await decide('approve', { hash: await hashNow() });
    await hoursLater(48);
    expect(await sent()).toEqual([]);
    expect((await waiting()).approval).toMatchObject({ because: expect.stringContaining('another client') });
  });

  it('takes no words with a place that is no fact, and keeps those it had', async () => {
    await decide('edit', { subject: 'Your May, in short' });
    for (const subject of ['You saved {{fact:nothing}}', 'You saved {{savings.month}}', 'You saved {{}}'])
      expect(await decide('edit', { subject })).toBe(400);
    expect((await waiting()).draft?.subject).toBe('Your May, in short');
  });

  it('waits in the operator’s words while a fact they name is gone, and hinders no other mail of the office', async () => {
    await decide('edit', { subject: 'Your May, in short' });
    await decide('hold', { days: '1' });
    await decide('approve', { hash: await hashNow() });
    expect(JSON.stringify((await waiting()).draft)).toContain('{{fact:meeting.at}}');
    await recordMeeting(here.table, here.clock, { clientId, outcome: 'cancelled' });
    expect((await previewMail(here.table, await waiting(), here.clock.now())).mail).toMatchObject({
      missing: expect.arrayContaining(['meeting.at']),
    });
    await hoursLater(48);
    expect(await deadLetters.newest(here.table, 10)).toEqual([]);
    expect((await waiting()).approval).toMatchObject({ state: 'waiting', because: expect.stringContaining('changed') });
  });

  it('is never sent once it was cancelled, with the reason', async () => {
    expect(await decide('cancel', { reason: 'We spoke on the phone' })).toBe(303);
    await hoursLater(48);
    expect(await message()).toMatchObject({ status: 'cancelled', reason: 'We spoke on the phone' });
    expect(await sent()).toEqual([]);
  });

  it('waits while all mail is paused, and goes after that', async () => {
    expect(await post('pause')).toBe(303);
    await decide('approve', { hash: await hashNow() });
    await hoursLater(24);
    expect(await sent()).toEqual([]);
    expect(await post('resume')).toBe(303);
    await hoursLater(24);
    expect(await sent()).toHaveLength(1);
  });

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
  ])('takes no decision from a form elsewhere (%o)', async (headers) => {
    expect(await decide('cancel', {}, headers)).toBe(403);
    expect((await waiting()).status).toBe('waiting');
  });

  it('refuses what makes no sense, with a sentence', async () => {
    expect(await decide('approve', {})).toBe(400);
    expect(await decide('hold', { days: '61' })).toBe(400);
    expect(await post(`${clientId}/nothing/approve`)).toBe(404);
  });
});
