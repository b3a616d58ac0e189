/**
 * The inbox: webhook deliveries, so that a repeated one is recognised, and those we could verify but not read.
 *   one delivery             pk = INBOX#<source>#<webhook-id>  sk = DELIVERY     kept 35 days (senders retry for three)
 *   quarantined, newest      lists: QUARANTINE, by time, descending
 */
import * as z from 'zod';
import { Instant } from '#shared/domain/values/iso-date.ts';
import type { Change, Key, TableReader } from '#shared/ports/table.ts';
import { expiryAfter } from './announcement.ts';

const keptDays = 35;

export const Delivery = z.object({
  source: z.string(),
  webhookId: z.string(),
  /** SHA-256 of the body, hex: the same id with another body is refused. */
  bodyHash: z.string(),
  receivedAt: Instant,
  outcome: z.enum(['accepted', 'quarantined']),
  /** Why it could not be read, one line per problem; only when quarantined. */
  problems: z.array(z.string()).optional(),
  /** The body as it came; only when quarantined, so that nothing is lost. */
  body: z.string().optional(),
});
export type Delivery = z.infer<typeof Delivery>;

const key = ({ source, webhookId }: Pick<Delivery, 'source' | 'webhookId'>): Key => ({
  pk: `INBOX#${source}#${webhookId}`,
  sk: 'DELIVERY',
});

const listing = ({ outcome, receivedAt, webhookId }: Delivery) =>
  outcome === 'quarantined' ? { list: 'QUARANTINE', listOrder: `${receivedAt}#${webhookId}` } : {};

export const deliveries = {
  claim: (delivery: Delivery): Change => ({
    put: {
      ...key(delivery),
      entity: 'delivery',
      ...listing(delivery),
      ...delivery,
      expiresAt: expiryAfter(delivery.receivedAt, keptDays),
    },
    require: 'absent',
  }),

  async get(table: TableReader, source: string, webhookId: string): Promise<Delivery | undefined> {
    const item = await table.get(key({ source, webhookId }));
    return item && Delivery.parse(item);
  },

  async quarantined(table: TableReader, limit: number): Promise<Delivery[]> {
    const page = await table.query({ index: 'lists', partition: 'QUARANTINE', order: 'descending', limit });
    return page.items.map((item) => Delivery.parse(item));
  },
};
