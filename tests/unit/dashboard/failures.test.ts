import { expect, it } from 'vitest';
import { world } from '#tests/fixtures/world.ts';
import { seededPortfolio } from './seeded-portfolio.ts';
import { visit } from './visiting.ts';

it('shows events that failed for good: function, reason, client, time, and the event itself', async () => {
  const { rows } = await visit(await seededPortfolio(), '/failures');
  const row = rows.find((text) => text.startsWith('raise-alert'));
  expect(row).toContain('AppError: Another writer changed the same item first. American Simulated data');
  expect(row).toContain('20 Nov 2026, 12:00, after 5 attempts');
  expect(row).toContain('"detailType": "health.band-changed"');
});

it('shows messages that could not be read: source, every problem, and the message as it came', async () => {
  const { rows, text } = await visit(await seededPortfolio(), '/failures');
  const row = rows.find((found) => found.startsWith('usage'));
  expect(row).toContain(
    'date: use a real date as YYYY-MM-DD, for example 2026-11-20 metrics: report at least one metric',
  );
  expect(row).toContain('msg_2KWPBgLlAfxdpx2AI54pPJ85f4W');
  expect(row).toContain('"date":"2026-11-31"');
  expect(text).toContain('Tell the sender what is wrong');
});

it('says so when there are none', async () => {
  const { text } = await visit(await world({ now: new Date('2026-11-20T18:00:00Z'), clients: [] }), '/failures');
  expect(text).toContain('None. Every event was handled.');
  expect(text).toContain('None. Every signed message could be read.');
});
