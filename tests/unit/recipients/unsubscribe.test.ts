import { beforeEach, describe, expect, it } from 'vitest';
import type { Suppression } from '#shared/domain/mail/preferences.ts';
import { consents, farewells } from '#shared/store/consent.ts';
import { big12, contactId, type Mailed, mailed } from './visiting.ts';

const oneClick = {
  'as a form': new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  'in parts': (() => {
    const parts = new FormData();
    parts.set('List-Unsubscribe', 'One-Click');
    return parts;
  })(),
};

describe('unsubscribing', () => {
  let here: Mailed;
  let page: string;
  beforeEach(async () => {
    here = await mailed();
    page = here.links.unsubscribe.page;
  });
  const consent = () => consents.get(here.table, big12.clientId, contactId);
  const suppressed = async () => (await consent()).suppression;
  const reasons = async () => (await farewells.of(here.table, big12.clientId)).map(({ reason }) => reason);
  const suppress = async (because: Suppression['because']) => {
    const before = await consent();
    const suppression = { because, at: here.instant, mailId: 'mail-1' };
    await here.table.commit([consents.move(before, { ...before, suppression })]);
  };

  it.each(['GET', 'HEAD'])('never happens by %s, however often', async (method) => {
    for (const url of [page, `${page}?List-Unsubscribe=One-Click`, here.links.unsubscribe.oneClick])
      expect((await here.open(url, { method })).status).toBe(200);
    expect((await consent()).version).toBeUndefined();
  });

  it.each(Object.entries(oneClick))('happens with one click in the mail programme, posted %s', async (_, body) => {
    const answer = await here.open(here.links.unsubscribe.oneClick, { method: 'POST', body });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await suppressed()).toEqual({ because: 'unsubscribed', at: here.instant });
  });

  it('happens with any post, even an empty or unreadable one: whoever posts wants to leave', async () => {
    const headers = { 'content-type': 'multipart/form-data' };
    expect((await here.open(page, { method: 'POST', headers, body: '--nonsense' })).status).toBe(200);
    expect(await suppressed()).toMatchObject({ because: 'unsubscribed' });
  });

  it('happens once: posting again changes nothing', async () => {
    await here.open(page, { method: 'POST', body: oneClick['as a form'] });
    const first = await consent();
    here.advance(60_000);
    expect((await here.open(page, { method: 'POST', body: oneClick['as a form'] })).status).toBe(200);
    expect(await consent()).toEqual(first);
  });

  it('happens even when somebody else writes at the same moment', async () => {
    const answers = await Promise.all([
      here.post(page, { fromPage: 'yes' }),
      here.open(page, { method: 'POST', body: oneClick['as a form'] }),
      here.post(here.links.preferences, { do: 'unsubscribe' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 200, 303]);
    expect(await suppressed()).toMatchObject({ because: 'unsubscribed' });
  });

  it('asks on a page first, with one button and a way to get less instead', async () => {
    const { html, text } = await here.open(page);
    expect(text).toContain('Unsubscribe from all mail?');
    expect(html.match(/<button/g)).toHaveLength(1);
    expect(html).toContain(new URL(here.links.preferences).pathname);
  });

  it('says on the page that it happened, and offers the way back', async () => {
    const after = await here.post(page, { fromPage: 'yes' });
    expect(after).toMatchObject({ status: 303, text: expect.stringContaining('You are unsubscribed') });
    expect(after.text).toContain('send me mail again');
    expect((await here.post(here.links.preferences, { do: 'resubscribe' })).text).toContain('Welcome back');
    expect(await suppressed()).toBeUndefined();
  });

  it('keeps the preferences for a return', async () => {
    const before = await consent();
    const preferences = { ...before.preferences, without: ['milestone' as const] };
    await here.table.commit([consents.move(before, { ...before, preferences })]);
    await here.post(page, { fromPage: 'yes' });
    await here.post(here.links.preferences, { do: 'resubscribe' });
    expect((await consent()).preferences).toEqual(preferences);
  });

  it.each(['hard-bounce', 'operator'] as const)('outweighs that mail is stopped already: %s', async (because) => {
    await suppress(because);
    await here.post(page, { fromPage: 'yes' });
    expect(await suppressed()).toMatchObject({ because: 'unsubscribed' });
  });

  it.each(['hard-bounce', 'operator', 'complaint'] as const)(
    'is all a person can take back: not %s',
    async (because) => {
      await suppress(because);
      await here.post(here.links.preferences, { do: 'resubscribe' });
      expect(await suppressed()).toMatchObject({ because });
      expect((await here.open(here.links.preferences)).text).toContain('please ask the person at HELiiX you work with');
    },
  );

  it('does not forget a complaint over it', async () => {
    await suppress('complaint');
    await here.post(page, { fromPage: 'yes' });
    expect(await suppressed()).toMatchObject({ because: 'complaint' });
  });

  it('keeps the reason apart from the consent, as it was written', async () => {
    await here.post(page, { fromPage: 'yes', reason: '  Too many mails.\r\n<script>alert(1)</script> ' });
    expect(await reasons()).toEqual(['Too many mails.\n<script>alert(1)</script>']);
    expect(JSON.stringify(await consent())).not.toContain('Too many');
    expect((await here.open(page)).html).not.toMatch(/<script|Too many/);
  });

  it('never fails for its reason: one that is too long is cut, between characters', async () => {
    expect((await here.post(page, { fromPage: 'yes', reason: `${'x'.repeat(999)}😀` })).status).toBe(303);
    expect(await suppressed()).toMatchObject({ because: 'unsubscribed' });
    expect(await reasons()).toEqual([`${'x'.repeat(999)}\ufffd`]);
  });

  it('takes a reason given after the click, and keeps the last one', async () => {
    await here.open(page, { method: 'POST', body: oneClick['as a form'] });
    expect(await reasons()).toEqual([]);
    await here.post(page, { fromPage: 'yes', reason: 'First.' });
    await here.post(page, { fromPage: 'yes', reason: 'Second.' });
    expect(await reasons()).toEqual(['Second.']);
  });
});
