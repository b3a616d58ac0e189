import * as z from 'zod';
import { fromEnvelope } from '#events/envelope.ts';
import type { EventFunction } from '#functions/define-function.ts';
import type { Announcement } from '#shared/ports/bus.ts';
import type { Log } from '#shared/ports/log.ts';
import { handleEvents } from './handle-events.ts';
import { describe, lambdaHandler } from './lambda-handler.ts';

/**
 * The Lambda of an event function, fed by its queue. Of a batch only those messages are delivered again that were not
 * handled; after the queue's last attempt they are dead letters.
 */
export function lambdaForEvents<D extends { readonly log: Log }>(
  definition: EventFunction & { readonly run: (deps: D, event: never) => Promise<void> },
  deps: NoInfer<D>,
) {
  return lambdaHandler({
    input: QueueBatch,
    deps,
    handle: async ({ log, ...others }, { Records }) => {
      const read = Records.map(readMessage);
      const announcements = read.flatMap(({ announcement }) => announcement ?? []);
      const failed = await handleEvents(definition, { ...others, log }, announcements);
      for (const { id, error } of failed) log.error('event not handled', { eventId: id, ...describe(error) });
      for (const { messageId, error } of read)
        if (error) log.error('message not readable', { messageId, ...describe(error) });

      const again = new Set(failed.map(({ id }) => id));
      const unhandled = read.filter(({ announcement }) => !announcement || again.has(announcement.id));
      return { batchItemFailures: unhandled.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    },
  });
}

const QueueBatch = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

interface Message {
  readonly messageId: string;
  readonly announcement?: Announcement;
  readonly error?: unknown;
}

function readMessage({ messageId, body }: { messageId: string; body: string }): Message {
  try {
    return { messageId, announcement: fromEnvelope(JSON.parse(body)) };
  } catch (error) {
    return { messageId, error };
  }
}
