import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { beforeAll, expect, inject, it } from 'vitest';
import { eventOf } from '#events/define-event.ts';
import { MailDispatchDue } from '#events/mail-dispatch-due.ts';
import { MailPlanningDue } from '#events/mail-planning-due.ts';
import { Client, Contact, Contract } from '#shared/domain/clients/client.ts';
import { parseFact } from '#shared/domain/facts/fact.ts';
import { withWaiting } from '#shared/domain/mail/ledger.ts';
import { Message } from '#shared/domain/mail/message.ts';
import { ContactId } from '#shared/domain/values/ids.ts';
import { addDays, addMonths, dateIn, type IsoDate, instantOf, monthOf } from '#shared/domain/values/iso-date.ts';
import { recipientSecret } from '#shared/ports/secrets.ts';
import { announce } from '#shared/store/announcement.ts';
import { clients, contacts, contracts } from '#shared/store/client.ts';
import { consents } from '#shared/store/consent.ts';
import { facts } from '#shared/store/fact.ts';
import { mails } from '#shared/store/mail.ts';
import { mailLedgers } from '#shared/store/mail-ledger.ts';
import { messages } from '#shared/store/message.ts';
import { askApi } from './ask-api.ts';
import { eventually, parameters, table } from './emulated.ts';
import { goodMonths, secret } from './facts.ts';
import { deadLetters, mailTo } from './inspect.ts';

const { endpoint, Url } = inject('aws');

const client = Client.parse({
  clientId: 'mountain-west',
  name: 'Mountain West',
  type: 'mid-major-conference',
  status: 'active',
  memberSchools: 10,
  staffSeats: 30,
  services: ['flextime'],
  timeZone: 'America/Denver',
  fiscalYearEnd: '06-30',
  provenance: 'simulated',
});
const { clientId } = client;
const today = dateIn(client.timeZone, new Date());
const address = 'commissioner@mountain-west.example';
const commissioner = ContactId.parse('commissioner');

beforeAll(async () => {
  const name = `/heliix-csm/dev/${recipientSecret}`;
  const parameter = { Name: name, Value: secret, Type: 'SecureString', Overwrite: true } as const;
  await parameters.send(new PutParameterCommand(parameter));
  const contract = { clientId, start: addDays(today, -400), end: addDays(today, 300), annualValueCents: 9_000_000 };
  const [person, associate] = (['commissioner', 'scheduling-associate'] as const).map((role) =>
    Contact.parse({
      clientId,
      contactId: role,
      role,
      email: `${role}@mountain-west.example`,
      decisionMaker: role === 'commissioner',
      powerUser: role !== 'commissioner',
      introducedOn: contract.start,
    }),
  );
  const own = goodMonths.map((fact) => parseFact({ ...fact, detail: { ...fact.detail, clientId } }));
  await table.commit([
    clients.put(client),
    contracts.put(Contract.parse(contract)),
    ...[person, associate].flatMap((each) => (each ? [contacts.put(each)] : [])),
    ...own.map(facts.record),
  ]);
});

it('writes to the office at once when a critical ticket is opened: ticket, plan, arbiter, SES', async () => {
  const detail = { clientId, date: today, ticketId: 'T-1', severity: 'critical', category: 'integration' };
  const now = instantOf(new Date());
  await table.commit([
    facts.announce(parseFact({ factId: 'ticket-1', type: 'ticket.opened', recordedAt: now, detail })),
  ]);
  const mail = await eventually(async () => (await mailTo(endpoint, 'scheduling-associate@mountain-west.example'))[0]);
  expect(mail?.BodyText).toContain('T-1');
});

it('sends a review once, with a link that unsubscribes by one POST and not by a GET', async () => {
  const waiting = review(today);
  await propose(waiting, 'review');
  const mail = await eventually(async () => (await mailTo(endpoint, address))[0]);
  expect(mail?.BodyText).toContain('Mountain West');
  const sent = await eventually(async () => {
    const settled = await messages.get(table, clientId, waiting.messageId);
    return settled?.message.status === 'mailed' ? mails.get(table, settled.message.mailId) : undefined;
  });
  expect(
    await eventually(
      async () => (await mails.get(table, sent?.mail.mailId ?? ''))?.mail.status === 'sent' || undefined,
    ),
  ).toBe(true);

  const link = /https:\/\/[^/\s]+\/mail\/unsubscribe\/[\w-]+/.exec(mail?.BodyText ?? '')?.[0];
  if (!link?.startsWith(Url)) throw new Error(`no link of ${Url} in: ${mail?.BodyText}`);
  expect(await suppression()).toBeUndefined();
  expect((await askApi(link)).status).toBe(200);
  expect(await suppression()).toBeUndefined();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const posted = await askApi(link, { method: 'POST', body: 'List-Unsubscribe=One-Click', headers });
  expect(posted.status).toBe(200);
  expect(await suppression()).toBe('unsubscribed');
});

it('sends nothing more to who unsubscribed, and says why', async () => {
  const before = (await mailTo(endpoint, address)).length;
  const second = { ...review(today), messageId: 'monthly-review.commissioner.again', occasion: 'again' };
  await propose(second, 'again');
  const settled = await eventually(async () => {
    const found = await messages.get(table, clientId, second.messageId);
    return found?.message.status === 'waiting' ? undefined : found?.message;
  });
  expect(settled).toMatchObject({ status: 'expired', reason: 'opted-out' });
  expect(await mailTo(endpoint, address)).toHaveLength(before);
});

it('plans the day of an office when that is due', async () => {
  const now = instantOf(new Date());
  await table.commit([announce(eventOf(MailPlanningDue, 'planning:now', now, { clientId }))]);
  expect(await eventually(async () => (await mailLedgers.get(table, clientId)).ledger.plannedOn)).toBeDefined();
  expect((await deadLetters(endpoint)).flatMap(([, letters]) => letters)).toEqual([]);
});

const suppression = async () => (await consents.get(table, clientId, commissioner)).suppression?.because;

/** A review of last month that does not wait for the office's hours, which may be over. */
function review(day: IsoDate) {
  const occasion = addMonths(monthOf(day), -1);
  const [now, later] = [new Date(), new Date(Date.now() + 86_400_000)].map(instantOf);
  return Message.options[0].parse({
    // Not the one that is planned anyway in the first days of a month.
    messageId: `monthly-review.commissioner.${occasion}-now`,
    clientId,
    contactId: commissioner,
    kind: 'monthly-review',
    occasion,
    because: 'The month is over.',
    proposedAt: now,
    notBefore: now,
    staleAt: later,
    critical: true,
    approval: { state: 'not-needed' },
    status: 'waiting',
  });
}

async function propose(message: ReturnType<typeof review>, id: string): Promise<void> {
  const now = instantOf(new Date());
  const ledger = await mailLedgers.get(table, clientId);
  await table.commit([
    messages.propose(message),
    mailLedgers.move(ledger, withWaiting(ledger.ledger, [message.messageId], now)),
    announce(eventOf(MailDispatchDue, `test:${id}`, now, { clientId })),
  ]);
}
