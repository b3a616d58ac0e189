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

  it('throws with the ids of those it could not place, and still places the others', async () => {
    const { client, taken } = eventBridge((id) => id === 'e1');
    const error = await eventBridgeBus({ busName: 'bus', client, wait })
      .publish(many(3))
      .catch((thrown: unknown) => thrown);
    expect(isAppError(error, 'bus.rejected') && error.details.ids).toEqual(['e1']);
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
    expect(isAppError(error, 'bus.rejected') && error.details.ids).toEqual(['e0', 'e1']);
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
