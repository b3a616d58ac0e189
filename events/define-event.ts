import type * as z from 'zod';
import type { Instant } from '#shared/domain/values/iso-date.ts';
import type { Announcement } from '#shared/ports/bus.ts';
import type { Json } from '#shared/ports/table.ts';

/** An event: what it is called, who announces it, what it means, and its shape. */
export interface EventDefinition<Detail extends z.ZodType = z.ZodType> {
  /** noun.past-verb, the `detail-type` on the bus. */
  readonly detailType: string;
  readonly source: string;
  readonly meaning: string;
  readonly detail: Detail;
  /** `account`: AWS itself announces it, on the account's default bus instead of ours. */
  readonly bus?: 'account';
  /** The webhook source that may bring it, and how its body is read when that differs from `detail`. */
  readonly webhook?: { readonly source: string; readonly body: z.ZodType };
}

/** An event as a function receives it. */
export interface Received<E extends EventDefinition> {
  readonly id: string;
  readonly detailType: E['detailType'];
  readonly time: Instant;
  readonly detail: z.infer<E['detail']>;
  readonly correlationId?: string | undefined;
}

export const defineEvent = <const E extends EventDefinition>(definition: E): E => definition;

/** An event ready to be announced. The id must be the same when the same thing is announced again. */
export const eventOf = <E extends EventDefinition>(
  event: E,
  id: string,
  time: Instant,
  detail: z.infer<E['detail']>,
): Announcement => ({ id, detailType: event.detailType, source: event.source, time, detail: detail as Json });
