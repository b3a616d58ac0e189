import { describe, expect, it } from 'vitest';
import type { NewDelivery } from '#shared/adapters/sqlite/queue.ts';
import { Instant } from '#shared/domain/values/iso-date.ts';
import type { Announcement } from '#shared/ports/bus.ts';
import { open, start, storeFile } from './sqlite/processes.ts';

const event = (id: string): Announcement => ({
  id,
  detailType: 'usage.reported',
  source: 'facts',
  time: Instant.parse('2026-11-20T12:00:00.000Z'),
  detail: { clientId: 'big-12', nested: [1, 'two'] },
});
const delivery = (id: string, dueAt = 0): NewDelivery => ({ functionName: 'score-client', event: event(id), dueAt });
const names = (leased: readonly { event: Announcement }[]) => leased.map((one) => one.event.id);
const lease = 1000;

describe('the delivery queue', () => {
  it('gives back what was put in, counting the attempt', () => {
    const { queue } = open(':memory:');
    queue.enqueue([delivery('a')]);
    expect(queue.lease(10, 0, lease)).toEqual([
      { id: 1, functionName: 'score-client', event: event('a'), attempts: 1 },
    ]);
  });

  it('leases what is due, in the order it became due, up to the limit', () => {
    const { queue } = open(':memory:');
    queue.enqueue([delivery('later', 30), delivery('second', 20), delivery('first', 10), delivery('also second', 20)]);
    expect(names(queue.lease(10, 9, lease))).toEqual([]);
    expect(names(queue.lease(2, 20, lease))).toEqual(['first', 'second']);
    expect(names(queue.lease(10, 20, lease))).toEqual(['also second']);
  });

  it('leases a delivery to nobody else until the lease runs out, and then again', () => {
    const file = storeFile();
    const [one, other] = [open(file).queue, open(file).queue];
    one.enqueue([delivery('a')]);
    expect(names(one.lease(10, 0, lease))).toEqual(['a']);
    expect(other.lease(10, lease - 1, lease)).toEqual([]);
    expect(other.lease(10, lease, lease)).toMatchObject([{ event: { id: 'a' }, attempts: 2 }]);
    expect(one.lease(10, lease, lease)).toEqual([]);
  });

  it('forgets a delivery only when it is done', () => {
    const { queue } = open(':memory:');
    queue.enqueue([delivery('a'), delivery('b')]);
    const [first] = queue.lease(10, 0, lease);
    queue.done([first?.id ?? 0]);
    expect(names(queue.lease(10, lease, lease))).toEqual(['b']);
  });

  it('makes a delivery that is given back due at the time said, counting attempts on', () => {
    const { queue } = open(':memory:');
    queue.enqueue([delivery('a')]);
    const [first] = queue.lease(10, 0, lease);
    queue.retry(first?.id ?? 0, 5000);
    expect(queue.lease(10, 4999, lease)).toEqual([]);
    expect(queue.lease(10, 5000, lease)).toMatchObject([{ event: { id: 'a' }, attempts: 2 }]);
  });

  it('tells its depth and when to look again', () => {
    const { queue } = open(':memory:');
    expect(queue.depth()).toEqual({ waiting: 0, leased: 0 });
    expect(queue.nextDue()).toBeUndefined();
    queue.enqueue([delivery('a', 10), delivery('b', 20), delivery('c', 5000)]);
    expect(queue.nextDue()).toBe(10);
    const [first] = queue.lease(2, 20, lease);
    expect(queue.depth()).toEqual({ waiting: 1, leased: 2 });
    expect(queue.nextDue()).toBe(20 + lease);
    queue.retry(first?.id ?? 0, 30);
    expect(queue.depth()).toEqual({ waiting: 2, leased: 1 });
    expect(queue.nextDue()).toBe(30);
  });

  it('takes all deliveries of a call or none', () => {
    const { queue } = open(':memory:');
    const broken = { ...delivery('b'), dueAt: Number.NaN };
    expect(() => queue.enqueue([delivery('a'), broken])).toThrow();
    expect(queue.depth()).toEqual({ waiting: 0, leased: 0 });
  });

  it('keeps deliveries, leases and attempts over a restart', () => {
    const file = storeFile();
    const before = open(file).queue;
    before.enqueue([delivery('a'), delivery('b', 10)]);
    before.lease(1, 0, lease);
    const after = open(file).queue;
    expect(after.lease(10, 10, lease)).toMatchObject([{ event: { id: 'b' }, attempts: 1 }]);
    expect(after.lease(10, lease, lease)).toMatchObject([{ event: { id: 'a' }, attempts: 2 }]);
  });

  it('never leases the same delivery to two processes at once', async () => {
    const file = storeFile();
    const { queue } = open(file);
    queue.enqueue(Array.from({ length: 300 }, (_, n) => delivery(`${n}`)));
    const children = [start('lease-process.ts', file), start('lease-process.ts', file)];
    expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0]);
    const [one = [], other = []] = children.map(({ printed }) => printed());
    expect(new Set([...one, ...other]).size).toBe(300);
    expect(one.length + other.length).toBe(300);
    // Each process left one in three undone: still there, and still leased.
    expect(queue.depth()).toEqual({ waiting: 0, leased: 100 });
  }, 30_000);
});
