import { beforeEach, describe, expect, it } from 'vitest';
import type { Announcement } from '#shared/ports/bus.ts';
import type { About } from '#shared/ports/log.ts';
import { correlate } from '#shared/runtime/correlate.ts';
import { announce, announced, announcementOf } from '#shared/store/announcement.ts';
import { type World, world } from '#tests/fixtures/world.ts';

describe('one piece of work, correlated', () => {
  let here: World;
  let event: Announcement;
  const at = (pk: string) => ({ pk, sk: 'S' });
  beforeEach(async () => {
    here = await world({ now: new Date('2026-11-20T15:00:00Z'), clients: [] });
    event = { id: 'e1', detailType: 'client.scored', source: 'scoring', time: here.instant, detail: { score: 7 } };
  });
  const tableFor = (correlationId: string) => correlate({ table: here.stored }, correlationId).table;

  it('names itself in every line it logs, beside what the line is about', () => {
    const lines: unknown[] = [];
    const as = (level: string) => (message: string, about?: About) => void lines.push({ level, message, about });
    const { log } = correlate({ log: { info: as('info'), warn: as('warn'), error: as('error') } }, 'msg_1');
    log.info('one', { clientId: 'big-12' });
    log.warn('two', { clientId: 'sec' });
    log.error('three');
    expect(lines).toEqual([
      { level: 'info', message: 'one', about: { correlationId: 'msg_1', clientId: 'big-12' } },
      { level: 'warn', message: 'two', about: { correlationId: 'msg_1', clientId: 'sec' } },
      { level: 'error', message: 'three', about: { correlationId: 'msg_1' } },
    ]);
  });

  it('marks what it publishes, and leaves the mark of an earlier cause', async () => {
    const published: Announcement[] = [];
    const bus = { publish: async (events: readonly Announcement[]) => void published.push(...events) };
    await correlate({ bus }, 'msg_1').bus.publish([event, { ...event, id: 'e2', correlationId: 'msg_0' }]);
    expect(published).toEqual([
      { ...event, correlationId: 'msg_1' },
      { ...event, id: 'e2', correlationId: 'msg_0' },
    ]);
  });

  it('marks the events it commits, once', async () => {
    await tableFor('msg_1').commit([announce(event)]);
    const kept = await here.stored.get({ pk: 'EVENT#e1', sk: 'EVENT' });
    expect(kept && announcementOf(kept)).toEqual({ ...event, correlationId: 'msg_1' });
    await tableFor('msg_2').commit([
      { put: { ...at('A'), entity: 'fact', ...announced({ ...event, correlationId: 'msg_0' }) }, require: 'absent' },
    ]);
    expect(await here.stored.get(at('A'))).toMatchObject({ announce: true, event: { correlationId: 'msg_0' } });
  });

  it.each([
    ['announces nothing', { event: { id: 'e1' } }],
    ['says that it announces nothing', { announce: false, event: { id: 'e1' } }],
    ['has a text where an event would be', { announce: true, event: 'e1' }],
    ['has nothing where an event would be', { announce: true, event: null }],
    ['has a list where an event would be', { announce: true, event: ['e1'] }],
  ])('commits an item that %s as it is', async (_, attributes) => {
    await tableFor('msg_1').commit([{ put: { ...at('A'), entity: 'thing', ...attributes }, require: 'absent' }]);
    expect((await here.stored.get(at('A')))?.event).toEqual(attributes.event);
  });

  it('reads and deletes as before', async () => {
    const table = tableFor('msg_1');
    await table.commit([{ put: { ...at('A'), entity: 'thing' }, require: 'absent' }]);
    const kept = await here.stored.get(at('A'));
    expect(kept).toBeDefined();
    expect(await table.get(at('A'))).toEqual(kept);
    expect(await table.getAll([at('A')])).toEqual(await here.stored.getAll([at('A')]));
    expect((await table.query({ partition: 'A' })).items).toEqual([kept]);
    await table.commit([{ delete: at('A'), require: 'any' }]);
    expect(await here.stored.get(at('A'))).toBeUndefined();
  });

  it('gives a reader nothing to commit with, and nobody what they did not have', () => {
    const { get, getAll, query } = here.stored;
    expect(correlate({ table: { get, getAll, query } }, 'msg_1').table).not.toHaveProperty('commit');
    expect(correlate({ settings: 1 }, 'msg_1')).toEqual({ settings: 1 });
  });
});
