import * as z from 'zod';
import { Instant } from '#shared/domain/values/iso-date.ts';
import type { Announcement } from '#shared/ports/bus.ts';

/**
 * How an announcement travels on EventBridge. The bus gives each event an id and a time of its own, new with every
 * delivery, so ours travel inside the detail; this is the only place that knows.
 */
export const toEnvelope = ({ id, detailType, source, time, detail }: Announcement) => ({
  DetailType: detailType,
  Source: source,
  Time: new Date(time),
  Detail: JSON.stringify({ id, time, data: detail }),
});

/** The announcement in an event as EventBridge delivers it. Throws when it is not one of ours. */
export function fromEnvelope(delivered: unknown): Announcement {
  const { 'detail-type': detailType, source, detail } = Envelope.parse(delivered);
  return { id: detail.id, detailType, source, time: detail.time, detail: detail.data };
}

const Envelope = z.object({
  'detail-type': z.string(),
  source: z.string(),
  detail: z.object({ id: z.string(), time: Instant, data: z.json() }),
});
