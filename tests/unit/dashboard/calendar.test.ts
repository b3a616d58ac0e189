import { beforeAll, describe, expect, it } from 'vitest';
import { dashboard } from '#functions/dashboard/dashboard.ts';
import { decideMail } from '#functions/decide-mail/decide-mail.ts';
import { approved, edited } from '#shared/domain/mail/operator-acts.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { httpApp } from '#shared/runtime/http.ts';
import { messages } from '#shared/store/message.ts';
import type { World } from '#tests/fixtures/world.ts';
import { seeded } from './seeded-mail.ts';
import { seededPortfolio } from './seeded-portfolio.ts';
import { visit } from './visiting.ts';

const clientId = ClientId.parse('american');
const pageOf = (messageId: string) => `/calendar/american/${messageId}`;
const hashIn = (html: string) => /name="hash" value="([0-9a-f]{64})"/.exec(html)?.[1];

describe('the calendar of mail', () => {
  let here: World;
  beforeAll(async () => {
    here = await seededPortfolio();
  });

  it('keeps what needs approval apart from what is planned, by day', async () => {
    const { text } = await visit(here, '/calendar');
    expect(text).toContain('3 messages to people at clients wait to go out, 1 of them until you approve');
    expect(text).toMatch(/Waiting for your approval .* Renewal letter American Simulated data Commissioner/);
    expect(text).toMatch(/Planned .*Today .*Monthly success review .*Monday, 23 November 2026 .*Milestone/);
  });

  it('offers one switch for all mail', async () => {
    const { html } = await visit(here, '/calendar');
    expect(html).toMatch(/<form[^>]*method="post" action="\/calendar\/pause"/);
  });

  it('shows a message exactly as it would be sent, with its facts and the words to edit', async () => {
    const { text, html, rows } = await visit(here, pageOf(seeded.planned));
    expect(text).toContain('You did it: one thousand staff hours saved');
    expect(text).toContain('Waits because It is outside the person’s working hours; planned for 23 Nov 2026, 08:00');
    expect(rows).toContain(
      'The mark that was passed 1,000 hours milestone.value 3 records american-0 american-1 american-2',
    );
    expect(html).toContain('<textarea name="greeting"');
    expect(html).toContain(`src="${pageOf(seeded.planned)}/html?as=light"`);
    expect((await visit(here, `${pageOf(seeded.planned)}/html?as=dark`)).html).toContain('@media all{');
  });

  it('asks to approve only where approval is missing', async () => {
    expect(hashIn((await visit(here, pageOf(seeded.approval))).html)).toBeDefined();
    expect(hashIn((await visit(here, pageOf(seeded.planned))).html)).toBeUndefined();
  });

  it('says what is missing where a message cannot be written yet', async () => {
    const { text, html } = await visit(here, pageOf(seeded.unwritable));
    expect(text).toContain('It cannot be written yet: savings.month or hours.month');
    expect(html).toContain(`action="${pageOf(seeded.unwritable)}/cancel"`);
  });

  it.each([
    [seeded.mailed, 'It is in the outbox'],
    [seeded.dropped, 'Not sent. Its time passed before it could go out'],
  ])('says what became of a message that waits no longer: %s', async (messageId, fate) => {
    const { status, text, html } = await visit(here, pageOf(messageId));
    expect(status).toBe(200);
    expect(text).toContain(fate);
    expect(html).not.toContain('<form');
  });

  it.each(['/calendar/american/none', '/calendar/nobody/none', '/calendar/%20/none', `${pageOf(seeded.dropped)}/html`])(
    'answers 404 at %s',
    async (path) => expect((await visit(here, path)).status).toBe(404),
  );
});

describe('deciding about a message', () => {
  it('approves exactly what the page shows, with the form that is on it', async () => {
    const here = await seededPortfolio();
    const { html } = await visit(here, pageOf(seeded.approval));
    const answer = await post(here, `${pageOf(seeded.approval)}/approve`, { hash: hashIn(html) ?? '' });
    expect(answer.status).toBe(303);
    const { text } = await visit(here, answer.headers.get('location') ?? '');
    expect(text).toContain('Approval Given 20 Nov 2026, 12:00');
    expect(text).not.toContain('It will ask you again');
  });

  it('warns when what was approved is not what it says now', async () => {
    const here = await seededPortfolio();
    await change(here, seeded.approval, (message) => approved(message, 'a'.repeat(64), here.instant));
    expect((await visit(here, pageOf(seeded.approval))).text).toContain('What you approved is not what it says now');
  });

  it('never offers to approve what no fact shows, and says which words those are', async () => {
    const here = await seededPortfolio();
    await change(here, seeded.approval, (message) =>
      edited(message, {
        subject: 'A gift',
        preheader: 'Read on.',
        greeting: 'Good day,',
        blocks: [{ block: 'paragraph', says: 'You saved $999,999 with us.' }],
        closing: 'Regards,',
      }),
    );
    const { text, html } = await visit(here, pageOf(seeded.approval));
    expect(text).toContain('It says what no fact shows, so it is not sent.');
    expect(text).toContain('$999,999');
    expect(hashIn(html)).toBeUndefined();
  });

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { origin: 'nonsense' },
  ])('takes no form that another page has sent: %o', async (headers) => {
    const here = await seededPortfolio();
    const answer = await post(here, '/calendar/pause', {}, headers);
    expect(answer.status).toBe(403);
    expect((await visit(here, '/calendar')).text).toContain('Mail goes out as planned.');
  });

  it('takes the form of an older browser that names our own origin', async () => {
    const here = await seededPortfolio();
    const answer = await post(here, '/calendar/pause', {}, { origin: 'http://localhost', host: 'localhost' });
    expect(answer.status).toBe(303);
  });

  it.each([
    [`${pageOf(seeded.mailed)}/cancel`, { reason: 'late' }, 409, 'already sent'],
    [`${pageOf(seeded.planned)}/hold`, { days: '900' }, 400, 'Hold a message for 1 to 60 days.'],
    [`${pageOf(seeded.approval)}/approve`, { hash: 'guessed' }, 400, 'Approve a message from its page'],
    [`${pageOf('none')}/cancel`, { reason: 'none' }, 404, 'This message does not exist.'],
  ])('changes nothing at %s with %o, and says why on a page that leads back', async (path, fields, status, says) => {
    const here = await seededPortfolio();
    const answer = await post(here, path, fields);
    const html = await answer.text();
    expect(answer.status).toBe(status);
    expect(html).toContain('Nothing was changed');
    expect(html).toContain(says);
    expect(html).toContain('href="/calendar"');
  });

  it('pauses all mail with one button and resumes it with another', async () => {
    const here = await seededPortfolio();
    await post(here, '/calendar/pause', {});
    expect((await visit(here, '/calendar')).text).toContain('No mail goes to clients: paused by the operator');
    await post(here, '/calendar/resume', {});
    expect((await visit(here, '/calendar')).text).toContain('Mail goes out as planned.');
  });
});

type Waiting = Parameters<typeof approved>[0];

async function change(here: World, messageId: string, to: (message: Waiting) => Waiting): Promise<void> {
  const stored = await messages.get(here.table, clientId, messageId);
  if (stored?.message.status !== 'waiting') throw new Error(`${messageId} does not wait`);
  await here.table.commit([messages.move(stored, to(stored.message))]);
}

const fromOurPage = { 'sec-fetch-site': 'same-origin' };

const post = (here: World, path: string, fields: object, headers: object = fromOurPage) =>
  httpApp([dashboard, decideMail], here).request(path, {
    method: 'POST',
    body: new URLSearchParams({ ...fields }),
    headers: { ...headers },
  });
