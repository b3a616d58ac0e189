import { beforeEach, describe, expect, it } from 'vitest';
import { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { NumberStyle, usualConsent } from '#shared/domain/mail/preferences.ts';
import { consents } from '#shared/store/consent.ts';
import { big12, contactId, type Mailed, mailed } from './visiting.ts';

const filledIn = {
  do: 'save',
  kinds: ['monthly-review', 'issue-update'],
  frequency: 'monthly',
  pausedUntil: '2027-01-04',
  numbers: 'de-DE',
  timeOfDay: 'afternoon',
  timeZone: 'America/Denver',
};

describe('the preferences page', () => {
  let here: Mailed;
  let page: string;
  beforeEach(async () => {
    here = await mailed();
    page = here.links.preferences;
  });
  const saved = () => consents.get(here.table, big12.clientId, contactId);
  const checkedIn = (html: string) =>
    [...html.matchAll(/<input type="(?:radio|checkbox)" name="(\w+)" value="([^"]+)" checked=""/g)].map(
      ([, name, value]) => `${name}=${value}`,
    );

  it('shows somebody who never chose what is usual', async () => {
    const { status, html } = await here.open(page);
    expect(status).toBe(200);
    expect(checkedIn(html)).toEqual([
      ...MessageKind.options.map((kind) => `kinds=${kind}`),
      'frequency=usual',
      'timeOfDay=morning',
      'numbers=en-US',
    ]);
    expect(html).not.toMatch(/ selected=""/);
    expect((await saved()).version).toBeUndefined();
  });

  it('saves what was chosen, says so, and shows it again', async () => {
    const after = await here.post(page, filledIn);
    expect(after).toMatchObject({ status: 303, text: expect.stringContaining('Saved.') });
    expect(await saved()).toMatchObject({
      preferences: {
        without: MessageKind.options.filter((kind) => !filledIn.kinds.includes(kind)),
        frequency: 'monthly',
        pausedUntil: '2027-01-04',
        numbers: 'de-DE',
        timeOfDay: 'afternoon',
        timeZone: 'America/Denver',
      },
      changedAt: here.instant,
    });
    expect(checkedIn(after.html)).toEqual([
      'kinds=monthly-review',
      'kinds=issue-update',
      'frequency=monthly',
      'timeOfDay=afternoon',
      'numbers=de-DE',
    ]);
    expect(after.html).toContain('value="2027-01-04"');
    expect(after.html).toMatch(/value="America\/Denver" selected=""/);
  });

  it('shows beside each notation what a mail would look like in it', async () => {
    const { text } = await here.open(page);
    expect(text).toContain('United States $18,250 · 4.2% · Friday, October 9, 2026 at 2:30 PM CDT');
    expect(text).toContain('Germany $18.250 · 4,2 % · Friday, 9 October 2026 at 14:30 CDT');
  });

  it('takes back a pause and a time zone that are left empty', async () => {
    await here.post(page, filledIn);
    await here.post(page, { ...filledIn, pausedUntil: '', timeZone: '' });
    const { preferences } = await saved();
    expect(preferences).not.toHaveProperty('pausedUntil');
    expect(preferences).not.toHaveProperty('timeZone');
  });

  it('takes it that somebody wants no kind of mail', async () => {
    expect((await here.post(page, { ...filledIn, kinds: [] })).status).toBe(303);
    expect((await saved()).preferences.without).toEqual(MessageKind.options);
  });

  it('shows no pause that is over', async () => {
    await here.post(page, { ...filledIn, pausedUntil: '2026-11-21' });
    here.advance(2 * 86_400_000);
    expect((await here.open(page)).html).not.toContain('2026-11-21"');
  });

  it.each([
    ['frequency', 'hourly', 'Choose how often we may write.'],
    ['frequency', '', 'Choose how often we may write.'],
    ['pausedUntil', 'soon', 'Choose a day from November 21, 2026 to November 21, 2027, or leave it empty.'],
    ['pausedUntil', '2027-02-30', 'Choose a day'],
    ['pausedUntil', '2026-11-20', 'Choose a day'],
    ['pausedUntil', '2027-11-22', 'Choose a day'],
    ['numbers', 'kl-KL', 'Choose how numbers are written.'],
    ['timeOfDay', 'midnight', 'Choose a time of day.'],
    ['timeZone', 'America/Gotham', 'Choose a time zone of the list.'],
    ['timeZone', 'america/denver', 'Choose a time zone of the list.'],
    ['timeZone', '__proto__', 'Choose a time zone of the list.'],
  ])('says at the field what is wrong with %s = "%s", and saves nothing', async (field, value, problem) => {
    await here.post(page, filledIn);
    const before = await saved();
    const { status, html, text } = await here.post(page, { ...filledIn, frequency: 'usual', [field]: value });
    expect(status).toBe(400);
    expect(text).toContain('Nothing was saved yet');
    expect(html).toMatch(new RegExp(`<a href="#${field}">${problem}`));
    expect(html).toMatch(new RegExp(`id="${field}-problem">${problem}`));
    expect(html).toMatch(new RegExp(`aria-describedby="[^"]*${field}-problem"`));
    expect(await saved()).toEqual(before);
  });

  it.each([
    ['pausedUntil', '2026-11-21'],
    ['pausedUntil', '2027-11-21'],
    ['timeZone', 'UTC'],
    ['timeZone', 'Pacific/Honolulu'],
    ...NumberStyle.options.map((style) => ['numbers', style]),
  ])('takes %s = %s', async (field = '', value = '') => {
    expect((await here.post(page, { ...filledIn, [field]: value })).status).toBe(303);
    expect((await saved()).preferences).toHaveProperty(field, value);
  });

  it('keeps what somebody filled in when something else is wrong, and shows it harmlessly', async () => {
    const { html } = await here.post(page, { ...filledIn, pausedUntil: '"><script>alert(1)</script>' });
    expect(checkedIn(html)).toContain('frequency=monthly');
    expect(html).toContain('&quot;&gt;&lt;script&gt;');
    expect(html).not.toContain('<script');
  });

  it('does not claim what an address says but is not so', async () => {
    for (const done of ['saved', 'resubscribed', '<script>'])
      expect((await here.open(`${page}?done=${encodeURIComponent(done)}`)).html).not.toContain('role="status"');
  });

  it('saves for somebody who is unsubscribed without writing to them again', async () => {
    await here.post(here.links.unsubscribe.page, { fromPage: 'yes' });
    const { text } = await here.post(page, filledIn);
    expect(text).toContain('counts only once you get mail again');
    expect(await saved()).toMatchObject({
      preferences: { numbers: 'de-DE' },
      suppression: { because: 'unsubscribed' },
    });
  });

  it('names neither the person nor the address', async () => {
    const { html } = await here.open(page);
    expect(html).toContain('Big 12');
    expect(html).not.toMatch(/scheduling@|scheduling-associate/);
  });

  it('is about the person of the link alone', async () => {
    await here.post(page, filledIn);
    expect((await consents.of(here.table, big12.clientId)).map((one) => one.contactId)).toEqual([contactId]);
    expect(usualConsent(big12.clientId, contactId).preferences.numbers).toBe('en-US');
  });
});
