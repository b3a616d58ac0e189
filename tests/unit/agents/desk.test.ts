import { beforeEach, describe, expect, it } from 'vitest';
import { assessRisk } from '#functions/assess-risk/assess-risk.ts';
import { dashboard } from '#functions/dashboard/dashboard.ts';
import { actOnProposal } from '#functions/decide-proposal/act-on-proposal.ts';
import { decideProposal } from '#functions/decide-proposal/decide-proposal.ts';
import { loadProposal, proposalHash } from '#functions/decide-proposal/load-proposal.ts';
import { previewMail } from '#functions/dispatch-mail/preview-mail.ts';
import { prepareReview } from '#functions/prepare-review/prepare-review.ts';
import { offlineWriter } from '#shared/adapters/offline-writer.ts';
import { Decision } from '#shared/domain/decisions/decision.ts';
import { deskOf } from '#shared/domain/decisions/desk.ts';
import { MeetingId } from '#shared/domain/meetings/meeting.ts';
import { Instant, instantOf } from '#shared/domain/values/iso-date.ts';
import { httpApp } from '#shared/runtime/http.ts';
import { actions } from '#shared/store/action.ts';
import { decisions } from '#shared/store/decision.ts';
import { memories } from '#shared/store/memory.ts';
import { messages } from '#shared/store/message.ts';
import { alert, type Situated, situated, today } from '#tests/fixtures/situations.ts';
import { visit } from '#tests/unit/dashboard/visiting.ts';

let here: Situated;
beforeEach(async () => {
  here = await situated({ adoption: { analytics: 0.1, travel: 0.3 }, alerts: [alert()] });
  const detail = { clientId: here.client.clientId, alertId: 'a', severity: 'warning' } as const;
  await assessRisk.run(
    { ...here, model: offlineWriter },
    { id: 'e', detailType: 'alert.raised', time: here.instant, detail },
  );
});

const app = () => httpApp([dashboard, decideProposal], here);
const desk = async () => (await app().request('/decisions')).text();
/** As a browser posts a form of our own page, in the session it has by looking at one. */
async function post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  const entered = await app().request('/decisions');
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const body = new URLSearchParams(form).toString();
  return app().request(path, { method: 'POST', headers: { origin: 'http://localhost', cookie, ...headers }, body });
}
const only = async () => {
  const [decision] = await decisions.of(here.table, here.client.clientId);
  if (!decision) throw new Error('nothing on the desk');
  return decision;
};
const message = async () => (await messages.waiting(here.table))[0];
const to = async (act: string) => `/decisions/${here.client.clientId}/${(await only()).decisionId}/${act}`;
const shownIn = (html: string) => ({
  shown: /name="shown" value="([^"]+)"/.exec(html)?.[1] ?? '',
  hash: /name="hash" value="([^"]+)"/.exec(html)?.[1] ?? '',
});

describe('the desk', () => {
  it('shows what is proposed, why with links, exactly what would be sent, and what happens otherwise', async () => {
    const html = await desk();
    const waiting = await message();
    expect(html).toContain('Adoption fell to 38.0');
    expect(html).toMatch(/<a class="fact" href="\/clients\/american\?at=2026-11-20#dimensions"[^>]*>[\d.]+ of 100</);
    expect(html).toContain('If nothing is done:');
    expect(html).toContain('scheduler@american.example');
    expect(waiting?.approval.state).toBe('waiting');
    expect(html).toContain('offline writer');
    for (const key of ['a', 'e', 's', 'r']) expect(html).toContain(`accesskey="${key}"`);
  });

  it('has no script but its own, and works without', async () => {
    const response = await app().request('/decisions');
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*; script-src 'self'$/);
    const html = await response.text();
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toMatch(/<script src="\/assets\/desk\.js\?[0-9a-f]{12}" defer/);
    expect(html).not.toMatch(/ on[a-z]+="/);
    expect((await app().request('/assets/desk.js')).headers.get('content-type')).toContain('text/javascript');
  });
});

describe('an approval', () => {
  it('of exactly what was shown approves the mail by the mail system, once', async () => {
    const shown = shownIn(await desk());
    expect((await post(await to('approve'), shown)).status).toBe(303);
    expect((await message())?.approval).toMatchObject({ state: 'given', of: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await only()).toMatchObject({ status: 'approved', of: shown.hash });
    expect((await actions.of(here.table, here.client.clientId))[0]).toMatchObject({
      type: 'note',
      points: ['Decided: Show the unused half: American'],
    });
    expect((await post(await to('approve'), shown)).status).toBe(409);
    expect(await desk()).toContain('Nothing is to be decided');
  });

  it('of something that changed since is refused', async () => {
    const shown = shownIn(await desk());
    const waiting = await message();
    const stored = waiting && (await messages.get(here.table, waiting.clientId, waiting.messageId));
    if (!stored || !waiting) throw new Error('no message');
    const facts = waiting.facts.map((fact) =>
      fact.id === 'adoption.share' && fact.kind === 'share' ? { ...fact, value: 0.11 } : fact,
    );
    await here.table.commit([messages.move(stored, { ...waiting, facts })]);
    expect((await post(await to('approve'), shown)).status).toBe(409);
    expect((await message())?.approval.state).toBe('waiting');
    expect((await only()).status).toBe('waiting');
  });

  it('of words that were edited since is refused: it binds to all that was shown', async () => {
    const shown = shownIn(await desk());
    const decision = await only();
    const others = { title: 'Another', why: [], ifNothing: 'x', because: 'x', urgency: 1, confidence: 0.1, agent: 'x' };
    for (const [name, value] of Object.entries(others)) {
      const changed = Decision.parse({ ...decision, [name]: value });
      const before = await decisions.get(here.table, decision.clientId, decision.decisionId);
      if (before) await here.table.commit([decisions.move(before, changed)]);
      expect([name, (await post(await to('approve'), shown)).status]).toEqual([name, 409]);
    }
    expect((await only()).status).toBe('waiting');
  });

  it('of what is said to be shown later than now is refused, however right its hash', async () => {
    const decision = await only();
    if (decision.status !== 'waiting') throw new Error('decided already');
    const proposal = await loadProposal(here.table, decision, here.clock.now());
    const later = Instant.parse('2026-11-21T16:00:00.000Z');
    const form = { shown: later, hash: proposal ? proposalHash(proposal, later) : '' };
    expect((await post(await to('approve'), form)).status).toBe(409);
    here.advance(24 * 3_600_000);
    expect((await post(await to('approve'), form)).status).toBe(303);
  });

  it('of a mail that says what no fact shows is refused, however right its hash', async () => {
    const waiting = await message();
    const stored = waiting && (await messages.get(here.table, waiting.clientId, waiting.messageId));
    const sound = stored && (await previewMail(here.table, waiting, here.clock.now()));
    if (!stored || !waiting || !sound || 'missing' in sound.mail) throw new Error('no mail');
    const draft = { ...sound.mail.letter, subject: 'You saved $9,999,999' };
    await here.table.commit([messages.move(stored, { ...waiting, draft })]);
    const decision = await only();
    const proposal = decision.status === 'waiting' && (await loadProposal(here.table, decision, here.clock.now()));
    const shown = instantOf(here.clock.now());
    const form = { shown, hash: proposal ? proposalHash(proposal, shown) : '' };
    expect(shownIn(await desk()).hash).toBe('');
    expect((await post(await to('approve'), form)).status).toBe(409);
    expect((await message())?.approval.state).toBe('waiting');
  });

  it('expires after 72 hours', async () => {
    const shown = shownIn(await desk());
    here.advance(72 * 3_600_000);
    expect((await post(await to('approve'), shown)).status).toBe(409);
    here.advance(-3_600_000);
    const again = shownIn(await desk());
    expect((await post(await to('approve'), again)).status).toBe(303);
  });

  it.each([
    { shown: '', hash: '' },
    { shown: '2026-11-20T16:00:00.000Z', hash: 'f'.repeat(64) },
  ])('that was made up is refused: %o', async (form) => {
    expect((await post(await to('approve'), form)).status).toBe(409);
    expect((await only()).status).toBe('waiting');
  });

  it('from a page that is not ours is refused', async () => {
    const shown = shownIn(await desk());
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await post(await to('approve'), shown, foreign)).status).toBe(403);
  });
});

it('rejects with a reason, which is remembered and keeps the mail from going out', async () => {
  expect((await post(await to('reject'), { reason: '' })).status).toBe(400);
  expect((await post(await to('reject'), { reason: 'We talk to them tomorrow anyway.' })).status).toBe(303);
  expect(await message()).toBeUndefined();
  expect(await memories.of(here.table, here.client.clientId)).toMatchObject([
    { kind: 'rejection', says: 'We talk to them tomorrow anyway.', source: expect.stringContaining('answer-alert') },
  ]);
});

it('snoozes the decision and holds its mail', async () => {
  expect((await post(await to('snooze'), { days: '0' })).status).toBe(400);
  expect((await post(await to('snooze'), { days: '3' })).status).toBe(303);
  expect(await desk()).toContain('1 sleeps.');
  expect((await message())?.heldUntil).toBe('2026-11-23T16:00:00.000Z');
});

it('sleeps no longer than it makes sense, or it would never wake', async () => {
  const { until } = await only();
  expect(until).toBe('2026-12-04');
  expect((await post(await to('snooze'), { days: '15' })).status).toBe(400);
  expect((await message())?.heldUntil).toBeUndefined();
  expect((await post(await to('snooze'), { days: '14' })).status).toBe(303);
  here.advance(14 * 86_400_000);
  expect(await desk()).toContain('1 thing is to be decided');
});

it('keeps, changes and forgets what the operator wants remembered', async () => {
  const memory = `/clients/${here.client.clientId}/memory`;
  expect((await post(memory, { kind: 'promise', says: 'A course in May.' })).status).toBe(303);
  const [kept] = await memories.of(here.table, here.client.clientId);
  expect(kept).toMatchObject({ kind: 'promise', source: 'operator', until: '2027-03-20' });
  expect((await post(`${memory}/${kept?.memoryId}`, { says: 'A course in June.', until: '2027-06-30' })).status).toBe(
    303,
  );
  expect(await memories.of(here.table, here.client.clientId)).toMatchObject([
    { says: 'A course in June.', until: '2027-06-30' },
  ]);
  expect((await post(`${memory}/${kept?.memoryId}`, { act: 'forget' })).status).toBe(303);
  expect(await memories.of(here.table, here.client.clientId)).toEqual([]);
  expect((await post(memory, { kind: 'gossip', says: 'x' })).status).toBe(400);
});

it('puts at most five on the desk a day, the weightiest first', async () => {
  const decision = await only();
  if (decision.status !== 'waiting') throw new Error('decided already');
  const many = Array.from({ length: 9 }, (_, at) => ({ ...decision, decisionId: `d-${at}`, urgency: at * 10 }));
  const desk = deskOf(many, 2, today);
  expect(desk.today.map(({ urgency }) => urgency)).toEqual([80, 70, 60]);
  expect(desk).toMatchObject({ later: 6, snoozed: 0 });
});

it('takes no place for a fact in the words of the operator, which would break the page they stand on', async () => {
  const here = await situated({ reviewInDays: 2 });
  const detail = { clientId: here.client.clientId, meetingId: MeetingId.parse('monthly-review-2026-10') };
  const due = { id: 'e', detailType: 'review.preparation-due', time: here.instant, detail } as const;
  await prepareReview.run({ ...here, model: offlineWriter }, due);
  const [decision] = await decisions.waiting(here.table);
  const edit = (says: string) => decision && actOnProposal('edit', here, decision, new URLSearchParams({ says }));
  await expect(edit('Say {{fact:nothing}}.')).rejects.toMatchObject({ code: 'decision.bad-input' });
  await edit('Say thank you.');
  expect((await visit(here, '/decisions')).text).toContain('Say thank you.');
});
