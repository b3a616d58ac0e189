import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recipientLinks } from '#functions/recipient-pages/links.ts';
import { eraseContact } from '#local/erasure/erase-contact.ts';
import { humanLog } from '#local/runtime/human-log.ts';
import { jsonLog } from '#shared/adapters/json-log.ts';
import { redacted } from '#shared/domain/log/redacted.ts';
import { ContactId } from '#shared/domain/values/ids.ts';
import type { Log } from '#shared/ports/log.ts';
import type { Mailer } from '#shared/ports/mailer.ts';
import { american, traces } from '#tests/fixtures/traces.ts';
import { type World, world } from './world.ts';

/** What no line may hold: a name, anything like an address, a secret, a token. */
const forbidden = /jordan|@|%40|whsec_|c2VjcmV0|csm-session|eyJ|\/mail\/\w+\/[\w-]{20,}/i;

let lines: string[];
let here: World;
const both = (): Log => {
  const logs = [jsonLog({ write: (line) => lines.push(line) }), humanLog('info', (line) => lines.push(line))];
  const to =
    (level: keyof Log): Log[typeof level] =>
    (message, about) => {
      for (const log of logs) log[level](message, about);
    };
  return { info: to('info'), warn: to('warn'), error: to('error') };
};
/** Says the recipient's address in its refusal, as SES does. */
const mailer: Mailer = {
  turn: async () => {},
  send: ({ to }) => Promise.reject(new Error(`Email address is not verified: <${to}>`)),
};

beforeEach(() => {
  lines = [];
  here = world({ log: both(), mailer });
});
afterEach(() => here.close());

describe('the log of a whole life', () => {
  it('holds ids alone: no name, address, secret or token, whatever goes wrong', async () => {
    const person = ContactId.parse('c-17');
    await here.table.commit(traces(person));
    await here.drain();

    const survey = { type: 'survey.answered', clientId: 'american', date: '2026-11-19', surveyId: 's', score: 2 };
    await here.post('survey', { ...survey, respondent: person, comment: 'Jordan Example, jordan@american.example' });
    await here.post('survey', 'Jordan Example <jordan@american.example> is not JSON');
    await here.post('nowhere', survey);
    const forged = { 'webhook-id': 'jordan@american.example', 'webhook-signature': 'v1,whsec_abc' };
    await here.app.request('/webhooks/survey', { method: 'POST', headers: forged, body: '{' });
    const links = recipientLinks({
      baseUrl: '',
      secret: 'whsec_c2VjcmV0LW9mLXRoZS1qb3VybmV5LXRlc3Rz',
      clientId: american,
      contactId: person,
    });
    await here.app.request(`http://localhost${links.preferences}`);
    await here.app.request(`http://localhost${links.preferences}x`, { method: 'POST', body: 'Jordan Example' });
    const first = await here.app.request('http://localhost/clients/american');
    const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    for (const path of ['/', '/calendar', '/outbox', '/failures', '/clients/jordan@american.example'])
      await here.app.request(`http://localhost${path}`, { headers: { cookie } });
    const event = { id: 'broken', detailType: 'mail.queued', source: 'mail', time: '2026-11-20T15:00:00.000Z' };
    await here.bus.publish([{ ...event, detail: { to: 'Jordan Example <jordan@american.example>' } } as never]);
    await here.drain();
    here.advance(3_600_000);
    await here.wakeDue();
    await here.drain();
    await eraseContact(here, { clientId: american, contactId: person }).catch(() => undefined);

    // Enough went wrong, and was logged with its ids.
    expect(lines.filter((line) => line.includes('delivery failed')).length).toBeGreaterThan(5);
    expect(lines.join('')).toContain('<address>');
    expect(lines.join('')).toContain('c-17');
    expect(lines.filter((line) => forbidden.test(line))).toEqual([]);
  });
});

describe('the last guard', () => {
  it('takes out any address, whatever surrounds it', () =>
    fc.assert(
      fc.property(fc.emailAddress(), fc.string(), fc.string(), (address, before, after) => {
        // Only what mail programmes write; quoted local parts and the like nobody has.
        fc.pre(/^[\w.+-]+@[\w.-]+$/.test(address));
        expect(redacted(`${before} <${address}> ${after}`)).not.toContain(address);
      }),
    ));

  it('leaves what a line is for', () => {
    const line =
      '{"mailId":"american--monthly-review--c-17--2026-10","ms":12,"eventId":"survey:1f-0:0","level":"INFO"}';
    expect(redacted(line)).toBe(line);
  });
});
