import { afterEach, describe, expect, it } from 'vitest';
import { openSqlite, type SqliteStore } from '#shared/adapters/sqlite/open-sqlite.ts';
import { AppError } from '#shared/domain/errors.ts';
import { Instant } from '#shared/domain/values/iso-date.ts';
import { announce, announcementOf, expiryAfter } from '#shared/store/announcement.ts';
import { type DeadLetter, deadLetters } from '#shared/store/dead-letter.ts';
import { type Delivery, deliveries } from '#shared/store/delivery.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';

const time = Instant.parse('2026-10-22T08:00:00.000Z');
let store: SqliteStore | undefined;
const open = () => {
  store = openSqlite(':memory:', { now: () => new Date(time), wall: () => new Date(time) });
  return store;
};
afterEach(() => {
  store?.close();
  store = undefined;
});

describe('an announcement', () => {
  const event = {
    id: 'e1',
    detailType: 'score.due',
    source: 'heliix.csm',
    time,
    detail: { n: 1 },
    correlationId: 'c1',
  };

  it('is an item of its own, handed to the stream, and gone after seven days', async () => {
    const { table, stream } = open();
    await table.commit([announce(event)]);
    const item = await table.get({ pk: 'EVENT#e1', sk: 'EVENT' });
    expect(item).toMatchObject({ entity: 'announcement', announce: true, event });
    expect(item?.expiresAt).toBe(Date.parse('2026-10-29T08:00:00.000Z') / 1000);
    expect(item && announcementOf(item)).toEqual(event);
    expect(stream.read(10)).toHaveLength(1);
  });

  it('made twice is made once', async () => {
    const { table } = open();
    await table.commit([announce(event)]);
    await expect(table.commit([announce(event)])).rejects.toMatchObject({ code: 'table.conflict' });
  });

  it('expires at a whole second', () => {
    expect(expiryAfter(Instant.parse('2026-10-22T08:00:01.900Z'), 1)).toBe(
      Date.parse('2026-10-23T08:00:01.000Z') / 1000,
    );
  });
});

describe('a dead letter', () => {
  const letter = (id: string, day: number): DeadLetter => ({
    id,
    functionName: 'score-client',
    failedAt: Instant.parse(`2026-10-${day}T08:00:00.000Z`),
    attempts: 5,
    reason: 'no such client',
    event: { clientId: 'big-12' },
  });

  it('is listed newest first, all of them oldest first, until it is removed', async () => {
    const { table } = open();
    await table.commit([letter('b', 12), letter('c', 13), letter('a', 11)].map(deadLetters.put));
    const ids = async () => (await deadLetters.all(table)).map(({ id }) => id);
    expect((await deadLetters.newest(table, 2)).map(({ id }) => id)).toEqual(['c', 'b']);
    expect(await ids()).toEqual(['a', 'b', 'c']);
    await table.commit([deadLetters.remove('b'), deadLetters.remove('gone already')]);
    expect(await ids()).toEqual(['a', 'c']);
    expect((await deadLetters.all(table))[0]).toEqual(letter('a', 11));
    expect(await table.get({ pk: 'DEADLETTER#a', sk: 'DEADLETTER' })).toMatchObject({ entity: 'dead-letter' });
  });
});

describe('a delivery of a webhook', () => {
  const delivery = (webhookId: string, outcome: Delivery['outcome'], hour: number): Delivery => ({
    source: 'usage',
    webhookId,
    bodyHash: 'ab',
    receivedAt: Instant.parse(`2026-10-22T0${hour}:00:00.000Z`),
    outcome,
    ...(outcome === 'quarantined' ? { problems: ['no JSON'], body: '{' } : {}),
  });

  it('is kept 35 days, and shown to the operator only when it could not be read, newest first', async () => {
    const { table } = open();
    const [read, older, newer] = [
      delivery('m1', 'accepted', 1),
      delivery('m2', 'quarantined', 2),
      delivery('m3', 'quarantined', 3),
    ];
    await table.commit([read, older, newer].map(deliveries.claim));
    expect(await deliveries.get(table, 'usage', 'm1')).toEqual(read);
    expect(await deliveries.quarantined(table, 9)).toEqual([newer, older]);
    expect(await deliveries.quarantined(table, 1)).toEqual([newer]);
    expect(await table.get({ pk: 'INBOX#usage#m1', sk: 'DELIVERY' })).toMatchObject({
      entity: 'delivery',
      expiresAt: Date.parse('2026-11-26T01:00:00.000Z') / 1000,
    });
    await expect(table.commit([deliveries.claim(read)])).rejects.toMatchObject({ code: 'table.conflict' });
  });
});

describe('a commit that another was faster than', () => {
  const conflicting = (conflicts: number, code: AppError['code'] = 'table.conflict') => {
    let tries = 0;
    const run = retryOnConflict(async () => {
      tries += 1;
      if (tries <= conflicts) throw new AppError(code, {});
      return 'done';
    });
    return { run, tries: () => tries };
  };

  it.each([0, 1, 3])('is decided and made again, after %i conflicts', async (conflicts) => {
    const { run, tries } = conflicting(conflicts);
    expect(await run).toBe('done');
    expect(tries()).toBe(conflicts + 1);
  });

  it('is given up after four tries', async () => {
    const { run, tries } = conflicting(9);
    await expect(run).rejects.toMatchObject({ code: 'table.conflict' });
    expect(tries()).toBe(4);
  });

  it('is not made again for another failure', async () => {
    const { run, tries } = conflicting(1, 'table.too-large');
    await expect(run).rejects.toMatchObject({ code: 'table.too-large' });
    expect(tries()).toBe(1);
  });
});
