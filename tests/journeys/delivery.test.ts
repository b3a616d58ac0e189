import { afterEach, describe, expect, it } from 'vitest';
import { eventOf } from '#events/define-event.ts';
import { ScoringDue } from '#events/scoring-due.ts';
import { defineEventFunction, defineScheduledFunction } from '#functions/define-function.ts';
import { functions } from '#functions/index.ts';
import { publishOutbox } from '#functions/publish-outbox/publish-outbox.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { announce } from '#shared/store/announcement.ts';
import { deadLetters } from '#shared/store/dead-letter.ts';
import { seeded, type World, world } from './world.ts';

let opened: World | undefined;
afterEach(() => opened?.close());
const open = (...circumstances: Parameters<typeof world>) => {
  opened = world(...circumstances);
  return opened;
};

const clientIds = Array.from({ length: 200 }, (_, i) => ClientId.parse(`member-${i}`));
const dueFor = (clientId: ClientId, { clock }: World) =>
  announce(eventOf(ScoringDue, `due:${clientId}`, instantOf(clock.now()), { clientId }));
const announceAll = async (at: World) => {
  const changes = clientIds.map((clientId) => dueFor(clientId, at));
  await at.table.commit(changes.slice(0, 100));
  await at.table.commit(changes.slice(100));
};

/** A consumer that does something with each client whose scoring is due. */
const consumer = (name: string, handle: (clientId: ClientId) => void) =>
  defineEventFunction({
    name,
    purpose: 'Stands for a consumer.',
    on: [ScoringDue],
    needs: [],
    run: async (_, { detail }) => handle(detail.clientId),
  });

describe('the local router', () => {
  it('delivers every committed announcement to every function that listens', async () => {
    const [one, other] = [new Set<string>(), new Set<string>()];
    const at = open({
      functions: [publishOutbox, consumer('one', (id) => one.add(id)), consumer('other', (id) => other.add(id))],
    });
    await announceAll(at);
    await at.drain();
    expect([one.size, other.size]).toEqual([200, 200]);
  });

  it('exposes a consumer that counts deliveries instead of events', async () => {
    let counted = 0;
    const seen = new Set<string>();
    const at = open({
      functions: [publishOutbox, consumer('naive', () => counted++), consumer('careful', (id) => seen.add(id))],
      disorder: { random: seeded(7), duplicates: 0.1 },
    });
    await announceAll(at);
    await at.drain();
    expect(seen.size).toBe(200);
    expect(counted).toBeGreaterThan(205);
  });

  it('delivers in another order than things happened when asked to', async () => {
    const order: ClientId[] = [];
    const at = open({
      functions: [publishOutbox, consumer('listener', (id) => order.push(id))],
      disorder: { random: seeded(1), duplicates: 0 },
    });
    await announceAll(at);
    await at.drain();
    expect(order).not.toEqual(clientIds);
    expect([...order].sort()).toEqual([...clientIds].sort());
  });

  it('tries a failed delivery again, and no other', async () => {
    const tries = new Map<string, number>();
    const at = open({
      functions: [
        publishOutbox,
        consumer('flaky', (id) => {
          tries.set(id, (tries.get(id) ?? 0) + 1);
          if (id === 'member-3' && tries.get(id) === 1) throw new Error('not today');
        }),
      ],
    });
    await announceAll(at);
    await at.drain();
    expect([...tries].filter(([, times]) => times > 1)).toEqual([['member-3', 2]]);
    expect(await deadLetters.newest(at.table, 10)).toEqual([]);
  });

  it('keeps a poisoned event as a dead letter with its reason, while the others proceed', async () => {
    const handled = new Set<string>();
    const at = open({
      functions: [
        publishOutbox,
        consumer('picky', (id) => {
          if (id === 'member-3') throw new Error('cannot be digested\nand more');
          handled.add(id);
        }),
      ],
    });
    await announceAll(at);
    await at.drain();
    expect(handled.size).toBe(199);
    expect(await deadLetters.newest(at.table, 10)).toMatchObject([
      {
        functionName: 'picky',
        attempts: 5,
        reason: 'Error: cannot be digested',
        event: { id: 'due:member-3', detail: { clientId: 'member-3' } },
      },
    ]);
  });

  it('survives failing at any call a function makes: nothing is lost, nothing is a dead letter', async () => {
    const random = seeded(11);
    const handled = new Set<string>();
    const crash = () => {
      if (random() < 0.05) throw new Error('crashed');
    };
    const at = open({
      functions: [publishOutbox, consumer('listener', (id) => handled.add(id))],
      disorder: { random: seeded(12), duplicates: 0.1 },
      disturb: (everything) => ({
        ...everything,
        bus: {
          async publish(announcements) {
            crash();
            await everything.bus.publish(announcements);
            crash();
          },
        },
      }),
    });
    await announceAll(at);
    await at.drain();
    expect(handled.size).toBe(200);
    expect(await deadLetters.newest(at.table, 10)).toEqual([]);
  });

  it('gives a function only what it declared to need', async () => {
    const given: string[][] = [];
    const at = open({
      functions: [
        defineScheduledFunction({
          name: 'modest',
          purpose: 'Looks at what it was given.',
          every: { at: '02:15', zone: 'America/Chicago' },
          needs: ['table:read'],
          run: async (deps) => void given.push([...Object.keys(deps), ...Object.keys(deps.table)].sort()),
        }),
      ],
    });
    await at.wakeDue();
    await at.drain();
    expect(given).toEqual([['clock', 'get', 'getAll', 'log', 'query', 'table']]);
  });

  it('needs no more than a definition to run a new function', async () => {
    const noticed: string[] = [];
    const at = open({ functions: [...functions, consumer('notice', (id) => noticed.push(id))] });
    await at.table.commit([dueFor(ClientId.parse('nobody'), at)]);
    await at.drain();
    expect(noticed).toEqual(['nobody']);
  });
});
