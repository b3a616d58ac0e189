import { beforeAll, describe, expect, it } from 'vitest';
import { Mail } from '#shared/domain/mail/mail.ts';
import { mails } from '#shared/store/mail.ts';
import type { World } from '#tests/fixtures/world.ts';
import { world } from '#tests/fixtures/world.ts';
import { seeded } from './seeded-mail.ts';
import { seededPortfolio } from './seeded-portfolio.ts';
import { visit } from './visiting.ts';

describe('the outbox', () => {
  let here: World;
  beforeAll(async () => {
    here = await seededPortfolio();
  });

  it('lists every mail with status, recipient, subject and client, and labels simulated ones', async () => {
    const { rows } = await visit(here, '/outbox');
    expect(rows).toContain(
      '[simulated] American: recovery plan due 22 November 2026 Sent Alert to the operator operator@heliix.example American Simulated data 20 Nov 2026, 12:00',
    );
    expect(rows.filter((row) => row.includes('Perhaps sent'))).toHaveLength(1);
  });

  it('pages from the newest to the oldest, each mail once', async () => {
    const busy = await world({ now: new Date('2026-11-20T18:00:00Z'), clients: [] });
    const written = Array.from({ length: 120 }, (_, i) => mailNumber(i));
    for (const mail of written) await busy.table.commit([mails.queue(mail)]);
    const seen: string[] = [];
    for (let path: string | undefined = '/outbox'; path; ) {
      const { html } = await visit(busy, path);
      seen.push(...[...html.matchAll(/>(Mail \d+)</g)].map(([, subject = '']) => subject));
      path = /href="(\/outbox\?after=[^"]+)">Older/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toEqual(written.map(({ subject }) => subject).reverse());
  });

  it('shows one mail: its fate, its text, and its HTML in a frame that may do nothing', async () => {
    const { text, html } = await visit(here, '/outbox/alert-band-american-sent');
    expect(text).toContain('Status Sent To operator@heliix.example About American');
    expect(text).toContain('The mail service calls it 0100-4f');
    expect(html).toMatch(/<iframe[^>]*sandbox=""[^>]*src="\/outbox\/alert-band-american-sent\/html\?as=light"/);
  });

  it('says why a mail was sent now, and shows each fact it states with its id and its sources', async () => {
    const { text, rows } = await visit(here, `/outbox/${seeded.mailId}`);
    expect(text).toContain('Kind Milestone Why now Reached on 14 October 2026.');
    expect(rows).toContain('milestone.value 1,000 hours milestone.value fact-milestone.value');
  });

  it.each([
    ['', 'light', '@media not all{'],
    ['?as=dark', 'dark', '@media all{'],
    ['?as=neon', 'light', '@media not all{'],
  ])('shows the same mail in the colors asked for: %s', async (query, scheme, rule) => {
    const { html } = await visit(here, `/outbox/${seeded.mailId}${query}`);
    expect(html).toContain(`src="/outbox/${seeded.mailId}/html?as=${scheme}"`);
    expect((await visit(here, `/outbox/${seeded.mailId}/html${query}`)).html).toContain(rule);
  });

  it('tells what was held back for now and for good, and why', async () => {
    const { rows } = await visit(here, '/outbox');
    expect(rows).toContainEqual(
      expect.stringMatching(
        /^Milestone American Simulated data Scheduling associate .* It is outside the person’s working hours; planned for 23 Nov 2026, 08:00$/,
      ),
    );
    expect(rows).toContainEqual(
      expect.stringMatching(
        /^Usage report American Simulated data Scheduling associate Its time passed before it could go out/,
      ),
    );
  });

  it('warns when nobody knows whether a mail was sent', async () => {
    const { text } = await visit(here, '/outbox/alert-band-mountain-west-unknown');
    expect(text).toContain('This mail was perhaps sent.');
    expect(text).toContain('Uncertain since 20 Nov 2026, 12:00');
  });

  it('serves the HTML of a mail as it was written, with an origin of its own and no script', async () => {
    const { html, headers } = await visit(here, '/outbox/alert-band-american-sent/html');
    expect(html).toMatch(/^<!doctype html>.*style="font-size:20px"/);
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  });

  it.each(['/outbox/none', '/outbox/none/html', '/outbox?after=mistyped'])('answers 404 at %s', async (path) => {
    expect((await visit(here, path)).status).toBe(404);
  });
});

const mailNumber = (i: number) =>
  Mail.options[0].parse({
    mailId: `mail-${i}`,
    kind: 'operator-alert',
    to: 'operator@heliix.example',
    subject: `Mail ${i}`,
    text: '',
    html: '',
    queuedAt: new Date(Date.UTC(2026, 10, 20) + i * 1000).toISOString(),
    status: 'pending',
  });
