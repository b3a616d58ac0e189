import { setTimeout as sleep } from 'node:timers/promises';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { Webhook } from 'standardwebhooks';
import { beforeAll, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { eventOf } from '#events/define-event.ts';
import { ScoringDue } from '#events/scoring-due.ts';
import { recipientLinks } from '#functions/recipient-pages/links.ts';
import { signedSessions } from '#shared/adapters/signed-sessions.ts';
import { Client, Contact } from '#shared/domain/clients/client.ts';
import { sessionCookie } from '#shared/domain/operator/session-cookie.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { sessionSecret } from '#shared/ports/operators.ts';
import { recipientSecret, webhookSecret } from '#shared/ports/secrets.ts';
import { alerts } from '#shared/store/alert.ts';
import { announce } from '#shared/store/announcement.ts';
import { clients, contacts } from '#shared/store/client.ts';
import { consents } from '#shared/store/consent.ts';
import { facts } from '#shared/store/fact.ts';
import { health } from '#shared/store/health.ts';
import { askApi } from './ask-api.ts';
import { eventually, parameters, table } from './emulated.ts';
import { badSurvey, goodMonths, secret } from './facts.ts';
import { deadLetters, mailTo } from './inspect.ts';

const { endpoint, Url } = inject('aws');

const bigTwelve = Client.parse({
  clientId: 'big-12',
  name: 'Big 12',
  type: 'power-conference',
  status: 'active',
  memberSchools: 16,
  staffSeats: 40,
  services: ['flextime'],
  timeZone: 'America/Chicago',
  fiscalYearEnd: '06-30',
  provenance: 'simulated',
});
const { clientId } = bigTwelve;

beforeAll(async () => {
  for (const name of [webhookSecret('survey'), recipientSecret, sessionSecret]) {
    const parameter = {
      Name: `/heliix-csm/dev/${name}`,
      Value: secret,
      Type: 'SecureString' as const,
      Overwrite: true,
    };
    await parameters.send(new PutParameterCommand(parameter));
  }
  await table.commit([clients.put(bigTwelve), ...goodMonths.map(facts.record)]);
});

it('scores a client when an announcement is committed to the table', async () => {
  const now = instantOf(new Date());
  await table.commit([announce(eventOf(ScoringDue, `import:${now}`, now, { clientId }))]);
  expect(await eventually(async () => (await assessment())?.band)).toBe('excellent');
});

it('scores every client when the portfolio is woken for the night', async () => {
  const sec = Client.parse({ ...bigTwelve, clientId: 'sec', name: 'SEC', status: 'prospect' });
  await table.commit([clients.put(sec)]);
  expect((await invoke('scoreportfolio')).headers.get('x-amz-function-error')).toBeNull();
  expect(await eventually(() => health.standing(table, sec.clientId))).toBeDefined();
});

it('re-scores the client of a signed report, raises one alert, and mails the operator', async () => {
  const before = (await assessment())?.score;
  expect((await deliver('survey-1', badSurvey)).status).toBe(202);

  const changed = await eventually(async () => ((await assessment())?.score === before ? undefined : assessment()));
  expect(changed?.band).not.toBe('excellent');
  const raised = await eventually(async () => (await alerts.of(table, clientId))[0]);
  expect(raised).toMatchObject({ owner: 'operator', status: 'open', cause: { from: 'excellent', to: changed?.band } });
  const mail = await eventually(async () => (await sentMail())[0]);
  expect(mail).toMatchObject({ To: ['operator@heliix.example'], Subject: expect.stringContaining('Big 12') });
});

it('does nothing when the same report comes again, and refuses the same id with another', async () => {
  const duplicate = await deliver('survey-1', badSurvey);
  expect(duplicate).toMatchObject({ status: 200, body: '{"status":"duplicate"}' });
  expect((await deliver('survey-1', badSurvey.slice(1))).status).toBe(409);
  await sleep(3_000);
  expect(await alerts.of(table, clientId)).toHaveLength(1);
  expect(await sentMail()).toHaveLength(1);
});

it.each([
  ['a wrong signature', 401, () => deliver('survey-2', badSurvey, { signWith: `whsec_${btoa('another secret')}` })],
  ['what was recorded and is sent again later', 401, () => deliver('survey-4', badSurvey, { minutesAgo: 6 })],
  ['no signature', 400, () => post('survey', JSON.stringify(badSurvey), {})],
  ['an unknown source', 404, () => post('weather', '{}', {})],
  ['more than 256 KB', 413, () => deliver('survey-3', 'x'.repeat(256 * 1024))],
])('refuses %s with %i', async (_, status, send) => {
  expect((await send()).status).toBe(status);
});

it('shows the operator’s pages in a session, and to nobody else', async () => {
  expect((await askApi(`${Url}/clients/big-12`)).status).toBe(401);
  const person = { headers: { accept: 'text/html' } };
  expect((await askApi(`${Url}/clients/big-12`, person)).status).toBe(303);
  expect((await askApi(`${Url}/sign-in`)).status).toBe(303);

  const clock = { now: () => new Date(), wall: () => new Date() };
  const token = await signedSessions({ secrets: { active: async () => [secret] }, clock }).open();
  const cookie = sessionCookie(new URL('https://one.example'), token).split(';')[0] ?? '';
  const page = await askApi(`${Url}/clients/big-12`, { headers: { cookie } });
  expect(page).toMatchObject({ status: 200, type: expect.stringContaining('text/html') });
  expect(page.body).toContain('Big 12');
});

it('lets a recipient unsubscribe with one click, and never by following the link', async () => {
  const contact = Contact.parse({
    clientId,
    contactId: 'scheduler',
    role: 'scheduling-associate',
    email: 'scheduler@big-12.example',
    decisionMaker: false,
    powerUser: true,
  });
  await table.commit([contacts.put(contact)]);
  const links = recipientLinks({ baseUrl: Url, secret, clientId, contactId: contact.contactId });
  const suppression = async () => (await consents.get(table, clientId, contact.contactId)).suppression?.because;

  expect((await askApi(links.unsubscribe.page)).status).toBe(200);
  expect(await suppression()).toBeUndefined();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const click = { method: 'POST', headers, body: 'List-Unsubscribe=One-Click' } as const;
  expect((await askApi(links.unsubscribe.oneClick, click)).status).toBe(200);
  expect(await suppression()).toBe('unsubscribed');
});

it('lets nothing end in the dead letters', async () => {
  const letters = await deadLetters(endpoint);
  expect(letters).not.toHaveLength(0);
  expect(letters.flatMap(([, messages]) => messages)).toEqual([]);
});

/** Delivers a report as its sender would, signed by the independent implementation of Standard Webhooks. */
function deliver(id: string, body: unknown, { signWith = secret, minutesAgo = 0 } = {}) {
  const text = JSON.stringify(body);
  const at = new Date(Date.now() - minutesAgo * 60_000);
  return post('survey', text, {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(signWith).sign(id, at, text),
  });
}

const post = (source: string, body: string, headers: Record<string, string>) =>
  askApi(`${Url}/webhooks/${source}`, {
    method: 'POST',
    body,
    headers: { ...headers, 'content-type': 'application/json' },
  });

/** Invokes the function whose name contains this, as a schedule would. */
async function invoke(part: string): Promise<Response> {
  const path = `${endpoint}/2015-03-31/functions`;
  const Functions = z.object({ Functions: z.array(z.object({ FunctionName: z.string() })) });
  const names = Functions.parse(await (await fetch(path)).json()).Functions.map(({ FunctionName }) => FunctionName);
  const name = names.find((each) => each.includes(part));
  return fetch(`${path}/${name}/invocations`, { method: 'POST', body: '{}' });
}

async function assessment() {
  const standing = await health.standing(table, clientId);
  return standing?.assessment.outcome === 'scored' ? standing.assessment : undefined;
}

/** Alerts of this client; other tests have clients of their own. */
const sentMail = async () =>
  (await mailTo(endpoint, 'operator@heliix.example')).filter(({ Subject }) => Subject.includes('Big 12'));
