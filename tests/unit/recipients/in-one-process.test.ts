import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishOutbox } from '#functions/publish-outbox/publish-outbox.ts';
import { recipientLinks, surveyLinks } from '#functions/recipient-pages/links.ts';
import { recipientPages } from '#functions/recipient-pages/recipient-pages.ts';
import { scoreClient } from '#functions/score-client/score-client.ts';
import { openRuntime, type Runtime } from '#local/runtime/runtime.ts';
import { secretsFile } from '#local/runtime/secrets-file.ts';
import { Contact } from '#shared/domain/clients/client.ts';
import { ForeignId } from '#shared/domain/values/ids.ts';
import { recipientSecret } from '#shared/ports/secrets.ts';
import { clients, contacts } from '#shared/store/client.ts';
import { health } from '#shared/store/health.ts';
import { day, world } from '#tests/fixtures/world.ts';
import { big12, contactId, secretOf } from './visiting.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'csm-recipients-'));
  file = join(folder, 'secrets.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the secret of the links, on a laptop', () => {
  it('is the same in every process that opens the file, made before or after this secret existed', async () => {
    writeFileSync(file, JSON.stringify({ webhooks: [secretOf('new'), secretOf('old')] }));
    const [first, second] = [secretsFile(file), secretsFile(file)];
    expect(await first.active(recipientSecret)).toEqual(await second.active(recipientSecret));
    expect(await first.active(recipientSecret)).toHaveLength(2);
  });

  it('is not the one that webhooks are signed with', async () => {
    const secrets = secretsFile(file);
    const [webhook = ''] = await secrets.active('webhooks/survey');
    const [mail = ''] = await secrets.active(recipientSecret);
    expect(mail).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(mail).not.toBe(webhook);
  });

  it('is the only other one there is', async () => {
    await expect(secretsFile(file).active('mail/others')).rejects.toThrow('No secret is stored under this name.');
  });
});

describe('a recipient, in the whole system', () => {
  let runtime: Runtime;
  beforeEach(async () => {
    const { clock, log, settings } = await world({ now: new Date('2026-11-20T15:00:00Z'), clients: [] });
    const functions = [recipientPages, publishOutbox, scoreClient];
    runtime = openRuntime({ file: ':memory:', clock, log, settings, functions, secrets: secretsFile(file) });
    const person = { clientId: 'big-12', contactId, role: 'scheduling-associate', email: 'scheduling@big-12.example' };
    const contact = Contact.parse({ ...person, decisionMaker: false, powerUser: true });
    await runtime.table.commit([clients.put(big12), contacts.put(contact)]);
  });
  afterEach(() => runtime.close());

  const linksFor = async () => {
    const [secret = ''] = await secretsFile(file).active(recipientSecret);
    return { baseUrl: 'http://localhost:8787', secret, clientId: big12.clientId, contactId };
  };

  it('has the client scored again by answering a survey', async () => {
    const survey = { surveyId: ForeignId.parse('satisfaction-2026-11'), askedOn: day('2026-11-20') };
    const [, , , , , , , , nine = ''] = surveyLinks({ ...(await linksFor()), ...survey });
    await runtime.app.request(nine);
    await runtime.drain();
    expect(await health.standing(runtime.table, big12.clientId)).toBeUndefined();

    const answer = await runtime.app.request(nine, { method: 'POST', body: new URLSearchParams({ score: '9' }) });
    await runtime.drain();
    expect(answer.status).toBe(303);
    const standing = await health.standing(runtime.table, big12.clientId);
    expect(JSON.stringify(standing)).toContain('satisfaction');
  });

  it('finds the pages at the links of a mail', async () => {
    const { preferences, unsubscribe } = recipientLinks(await linksFor());
    for (const url of [preferences, unsubscribe.page]) expect((await runtime.app.request(url)).status).toBe(200);
    const once = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
    expect((await runtime.app.request(unsubscribe.oneClick, once)).status).toBe(200);
  });
});
