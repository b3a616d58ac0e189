import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CsmProcess, csm, interruptAll, startCsm } from './csm-process.ts';

const directory = mkdtempSync(join(tmpdir(), 'csm-start-'));
const data = join(directory, 'data');
afterAll(() => {
  interruptAll();
  rmSync(directory, { recursive: true, maxRetries: 10, retryDelay: 200 });
});

const urlOf = async (running: CsmProcess) => (await running.says(/Look\s+(http:\S+)/))[1] ?? '';

/** What the client's page says of its satisfaction, as scored. */
const satisfaction = async (url: string) => {
  const page = await (await fetch(`${url}/clients/mountain-west`)).text();
  return /Satisfaction [\d.]+ of 10/.exec(page)?.[0];
};
/** It has ended everywhere. */
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

describe('csm start, with the demonstration', () => {
  let running: CsmProcess;
  let url: string;
  let afterwards: string | undefined;
  beforeAll(async () => {
    running = startCsm('start', '--port', '0', '--data', data);
    url = await urlOf(running);
  }, 120_000);

  it('says what it did, and keeps the secret for its owner alone', async () => {
    await running.says(/Loaded the demonstration portfolio: \d+ simulated facts/);
    await running.says(/whsec_/);
    expect(statSync(join(data, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(data, 'csm.sqlite')).mode & 0o077).toBe(0);
  });

  it('shows a signed report on the page within a second', async () => {
    const secret: string = JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8')).webhooks[0];
    const before = await satisfaction(url);
    const surveys = Array.from({ length: 12 }, (_, i) => ({
      type: 'survey.answered',
      clientId: 'mountain-west',
      date: yesterday,
      surveyId: `unhappy-${i}`,
      score: 1,
    }));
    const body = JSON.stringify(surveys);
    const sentAt = new Date();
    const headers = {
      'webhook-id': 'a-bad-day',
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('a-bad-day', sentAt, body),
    };
    const post = () => fetch(`${url}/webhooks/survey`, { method: 'POST', headers, body });
    expect((await post()).status).toBe(202);
    const posted = Date.now();
    while ((await satisfaction(url)) === before && Date.now() < posted + 1_000) await sleep(50);
    afterwards = await satisfaction(url);
    expect(afterwards).toBeDefined();
    expect(afterwards).not.toBe(before);
    expect((await post()).status).toBe(200);
  });

  it('refuses requests that name another host or come from the page of another site', async () => {
    const statuses = await Promise.all([
      statusOf(url, {}),
      statusOf(url, { host: 'attacker.example' }),
      statusOf(url, { origin: 'http://attacker.example' }),
    ]);
    expect(statuses).toEqual([200, 403, 403]);
  });

  it('says plainly that a port is in use, and how to choose another', async () => {
    const port = new URL(url).port;
    const second = await csm('start', '--port', port, '--data', join(directory, 'second'), '--empty');
    expect(second.code).toBe(1);
    expect(second.err).toContain(`port ${port} is in use`);
    expect(second.err).toContain('--port');
  });

  it('runs once in a directory, and says so to who starts it again there', async () => {
    const second = await csm('start', '--port', '0', '--data', data);
    expect(second).toMatchObject({ code: 1, out: expect.not.stringContaining('Look') });
    expect(second.err).toContain(`runs on ${data} already`);
  });

  it('ends cleanly on Ctrl-C, and goes on from its file at the next start', async () => {
    running.interrupt();
    const { code, out, err } = await running.ended;
    expect(code).toBe(0);
    expect(err).not.toMatch(/error|failed|stumbled/i);
    expect(out).toContain('Ended.');

    const again = startCsm('start', '--port', '0', '--data', data);
    expect(await satisfaction(await urlOf(again))).toBe(afterwards);
    again.interrupt();
    const second = await again.ended;
    expect(second.code).toBe(0);
    expect(second.out).not.toContain('Loaded');
  }, 30_000);
});

it('lends its clock to commands beside it, so that nothing they write lies ahead of it', async () => {
  const july = join(directory, 'july');
  const running = startCsm('start', '--empty', '--port', '0', '--at', '2026-07-15', '--data', july);
  await urlOf(running);
  const { out } = await csm('agents', 'off', '--json', '--data', july);
  expect(JSON.parse(out).since).toMatch(/^2026-07-15T12:/);
  running.interrupt();
  await running.ended;
}, 30_000);

/** `fetch` does not let its caller choose Host and Origin. */
const statusOf = (url: string, headers: Record<string, string>) =>
  new Promise<number | undefined>((resolve, reject) => {
    request(url, { headers }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
