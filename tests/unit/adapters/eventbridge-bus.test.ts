import type { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromEnvelope, toEnvelope } from '#events/envelope.ts';
import { eventBridgeBus } from '#shared/adapters/eventbridge-bus.ts';
import { isAppError } from '#shared/domain/errors.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import type { Announcement } from '#shared/ports/bus.ts';

const announcement = (id: string, size = 10): Announcement => ({
  id,
  detailType: 'usage.reported',
  source: 'facts',
  time: instantOf(new Date('2026-11-20T14:00:00Z')),
  detail: { filler: 'x'.repeat(size) },
});
const many = (count: number, size?: number) => Array.from({ length: count }, (_, i) => announcement(`e${i}`, size));

const idIn = (detail = '{}'): string => JSON.parse(detail).id;

/** EventBridge as far as this adapter sees it: `refuses` says which entries it does not take, given the attempt. */
function eventBridge(refuses: (id: string, attempt: number) => boolean = () => false) {
  const requests: { ids: string[]; bytes: number }[] = [];
  const taken: string[] = [];
  const attempts = new Map<string, number>();
  const send = async ({ input: { Entries = [] } }: PutEventsCommand) => {
    const ids = Entries.map(({ Detail }) => idIn(Detail));
    requests.push({ ids, bytes: Entries.reduce((sum, { Detail = '' }) => sum + Detail.length, 0) });
    const results = ids.map((id) => {
      attempts.set(id, (attempts.get(id) ?? 0) + 1);
      if (refuses(id, attempts.get(id) ?? 0)) return { ErrorCode: 'InternalFailure' };
      taken.push(id);
      return { EventId: 'given-by-the-bus' };
    });
    return { FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results };
  };
  return { client: { send: send as never }, requests, taken };
}
const pauses: number[] = [];
const wait = async (ms: number) => {
  pauses.push(ms);
};

describe('the bus on EventBridge', () => {
  it('sends at most ten events and 256 KB a request', async () => {
    const { client, requests, taken } = eventBridge();
    await eventBridgeBus({ busName: 'bus', client, wait }).publish([...many(25), ...many(5, 100_000)]);
    expect(taken).toHaveLength(30);
    expect(Math.max(...requests.map(({ ids }) => ids.length))).toBeLessThanOrEqual(10);
    expect(Math.max(...requests.map(({ bytes }) => bytes))).toBeLessThanOrEqual(256 * 1024);
  });

  it('sends again only what was not taken, after growing pauses', async () => {
    pauses.length = 0;
    const { client, requests, taken } = eventBridge((id, attempt) => id === 'e3' && attempt < 4);
    await eventBridgeBus({ busName: 'bus', client, wait }).publish(many(6));
    expect(requests.map(({ ids }) => ids.length)).toEqual([6, 1, 1, 1]);
    expect(new Set(taken).size).toBe(6);
    expect(pauses).toHaveLength(3);
  });

  it('gives up after five attempts; the pauses are random, up to a limit that doubles', async () => {
    pauses.length = 0;
    const failing = async () => {
      const { client, requests } = eventBridge(() => true);
      await expect(eventBridgeBus({ busName: 'bus', client, wait }).publish(many(1))).rejects.toThrow();
      expect(requests).toHaveLength(5);
    };
    for (let run = 0; run < 50; run++) await failing();
    const longest = [0, 1, 2, 3].map((nth) => Math.max(...pauses.filter((_, position) => position % 4 === nth)));
    for (const [nth, pause] of longest.entries()) {
      expect(pause).toBeLessThanOrEqual(200 * 2 ** nth);
      // That fifty random pauses all stay in the lower half happens less than once in 10^14 runs.
      expect(pause).toBeGreaterThan(100 * 2 ** nth);
    }
  });

  it('fills a request to the last byte, and begins another for one byte more', async () => {
    const { Source, DetailType, Detail } = toEnvelope(announcement('e0', 0));
    const half = 128 * 1024 - (14 + Source.length + DetailType.length + Detail.length);
    const perRequest = async (size: number) => {
      const { client, requests } = eventBridge();
      await eventBridgeBus({ busName: 'bus', client, wait }).publish([
        announcement('e0', half),
        announcement('e1', size),
      ]);
      return requests.map(({ ids }) => ids.length);
    };
    expect(await perRequest(half)).toEqual([2]);
    expect(await perRequest(half + 1)).toEqual([1, 1]);
  });

  it('never sends an empty request, neither for no event nor before one that is too large', async () => {
    const { client, requests } = eventBridge();
    const bus = eventBridgeBus({ busName: 'bus', client, wait });
    await bus.publish([]);
    expect(requests).toEqual([]);
    await bus.publish(many(1, 300_000));
    expect(requests.map(({ ids }) => ids)).toEqual([['e0']]);
  });

  it('throws with the ids of those it could not place, and still places the others', async () => {
    const { client, taken } = eventBridge((id) => id === 'e1');
    const error = await eventBridgeBus({ busName: 'bus', client, wait })
      .publish(many(3))
      .catch((thrown: unknown) => thrown);
    expect(isAppError(error, 'bus.rejected') && error.details).toEqual({ ids: ['e1'], reasons: ['InternalFailure'] });
    expect(taken).toEqual(['e0', 'e2']);
  });

  it('throws when the bus cannot be reached at all', async () => {
    const client = {
      send: async () => {
        throw new Error('no route');
      },
    };
    const error = await eventBridgeBus({ busName: 'bus', client, wait })
      .publish(many(2))
      .catch((thrown: unknown) => thrown);
    expect(isAppError(error, 'bus.rejected') && error.details).toEqual({
      ids: ['e0', 'e1'],
      reasons: ['Error: no route'],
    });
  });

  it('places every event exactly once when each is refused at most four times', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 40 }), async (refusals) => {
        const { client, taken } = eventBridge((id, attempt) => attempt <= (refusals[Number(id.slice(1))] ?? 0));
        await eventBridgeBus({ busName: 'bus', client, wait }).publish(many(refusals.length));
        expect(taken.toSorted()).toEqual(
          many(refusals.length)
            .map(({ id }) => id)
            .toSorted(),
        );
      }),
      { numRuns: 50 },
    );
  });
});

/** Reading an envelope drops a key that would reach the prototype; nothing of ours has one. */
const harmlessJson = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('"__proto__":'));

it('carries an event’s own id and time through EventBridge, which has others', () => {
  fc.assert(
    fc.property(fc.string(), harmlessJson, (id, detail) => {
      const sent = { ...announcement(id), detail: JSON.parse(JSON.stringify(detail)) };
      const { DetailType, Source, Detail } = toEnvelope(sent);
      const delivered = {
        id: 'given',
        time: 'later',
        'detail-type': DetailType,
        source: Source,
        detail: JSON.parse(Detail),
      };
      expect(fromEnvelope(JSON.parse(JSON.stringify(delivered)))).toEqual(sent);
    }),
  );
});

/** As EventBridge delivers it, with an id and a time of its own. */
const delivered = (source: string, detail: unknown) => ({
  id: 'given-by-the-bus',
  'detail-type': 'Email Bounced',
  source,
  time: '2026-11-20T14:00:01Z',
  detail,
});

it('takes an event of AWS itself as it is, under the id it has there', () => {
  expect(fromEnvelope(delivered('aws.ses', { bounce: 'hard' }))).toEqual({
    id: 'given-by-the-bus',
    detailType: 'Email Bounced',
    source: 'aws.ses',
    time: '2026-11-20T14:00:01.000Z',
    detail: { bounce: 'hard' },
  });
});

it('takes one of ours out of its envelope, with what caused it', () => {
  const sent = { ...announcement('e1'), correlationId: 'msg_1' };
  const { Source, Detail } = toEnvelope(sent);
  expect(fromEnvelope({ ...delivered(Source, JSON.parse(Detail)), 'detail-type': sent.detailType })).toEqual(sent);
  const uncaused = fromEnvelope(delivered('facts', JSON.parse(toEnvelope(announcement('e2')).Detail)));
  expect(Object.keys(uncaused)).not.toContain('correlationId');
});

it('refuses what is neither', () => {
  expect(() => fromEnvelope(delivered('a.stranger', { bounce: 'hard' }))).toThrow();
});
