import { setTimeout as sleep } from 'node:timers/promises';
import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { toEnvelope } from '#events/envelope.ts';
import { AppError } from '#shared/domain/errors.ts';
import type { Announcement, Bus } from '#shared/ports/bus.ts';

interface Options {
  readonly busName: string;
  readonly client?: Pick<EventBridgeClient, 'send'>;
  /** Waits before the next attempt, in milliseconds. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

const attempts = 5;
/** What one PutEvents request may hold. */
const most = { entries: 10, bytes: 256 * 1024 };

/** The bus on EventBridge. Entries that it did not take are sent again, alone, after a growing random pause. */
export function eventBridgeBus({ busName, client = new EventBridgeClient(), wait = sleep }: Options): Bus {
  const put = async (batch: readonly Outgoing[]): Promise<Rejected[]> => {
    try {
      const Entries = batch.map(({ entry }) => ({ ...entry, EventBusName: busName }));
      const answer = await client.send(new PutEventsCommand({ Entries }));
      if (!answer.FailedEntryCount) return [];
      return batch.flatMap(({ id, entry }, position) => {
        const reason = answer.Entries?.[position]?.ErrorCode;
        return reason ? [{ id, entry, reason }] : [];
      });
    } catch (error) {
      // A request that failed as a whole may still have been taken; sending again is harmless, dropping is not.
      return batch.map((outgoing) => ({ ...outgoing, reason: error }));
    }
  };

  return {
    async publish(announcements) {
      let rejected: Rejected[] = [];
      let waiting: Outgoing[] = announcements.map((event) => ({ id: event.id, entry: toEnvelope(event) }));
      for (let attempt = 0; attempt < attempts; attempt++) {
        if (attempt > 0) await wait(Math.random() * 100 * 2 ** attempt);
        rejected = [];
        for (const batch of batches(waiting)) rejected.push(...(await put(batch)));
        if (rejected.length === 0) return;
        waiting = rejected;
      }
      const reasons = [...new Set(rejected.map(({ reason }) => String(reason)))];
      throw new AppError('bus.rejected', { ids: rejected.map(({ id }) => id), reasons });
    },
  };
}

interface Outgoing {
  readonly id: Announcement['id'];
  readonly entry: PutEventsRequestEntry;
}
interface Rejected extends Outgoing {
  readonly reason: unknown;
}

/** At most ten entries and 256 KB each; an entry that is too large by itself goes alone and is refused alone. */
function* batches(waiting: readonly Outgoing[]): Generator<Outgoing[]> {
  let batch: Outgoing[] = [];
  let bytes = 0;
  for (const outgoing of waiting) {
    const size = sizeOf(outgoing.entry);
    if (batch.length === most.entries || (batch.length > 0 && bytes + size > most.bytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(outgoing);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** As EventBridge counts: 14 bytes for the time, and the texts in UTF-8. */
const sizeOf = ({ Source = '', DetailType = '', Detail = '' }: PutEventsRequestEntry) =>
  14 + [Source, DetailType, Detail].reduce((bytes, text) => bytes + Buffer.byteLength(text), 0);
