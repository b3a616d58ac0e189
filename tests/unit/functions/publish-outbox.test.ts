import { expect, it } from 'vitest';
import { publishOutbox } from '#functions/publish-outbox/publish-outbox.ts';
import type { Announcement } from '#shared/ports/bus.ts';
import { world } from '#tests/fixtures/world.ts';

it('puts a batch of the stream on the bus at once, and does not trouble the bus for none', async () => {
  const here = await world({ now: new Date('2026-11-20T15:00:00Z'), clients: [] });
  const published: (readonly Announcement[])[] = [];
  const bus = { publish: async (events: readonly Announcement[]) => void published.push(events) };
  const event = { detailType: 'scoring.due', source: 'schedule', time: here.instant, detail: {} };
  const batch = [
    { ...event, id: 'e1' },
    { ...event, id: 'e2' },
  ];
  await publishOutbox.run({ ...here, bus }, []);
  await publishOutbox.run({ ...here, bus }, batch);
  expect(published).toEqual([batch]);
});
