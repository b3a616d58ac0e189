import * as z from 'zod';
import { type Instant, instantOf } from '#shared/domain/values/iso-date.ts';

/** Senders of webhooks repeat for three days, and a fact has the time it was first sent. */
const oldestMs = 4 * 24 * 60 * 60 * 1000;

/**
 * From when to when the events were announced that a stream gave up on, by the letter that Lambda wrote: it holds a place in
 * the stream, not the records. Wider than need be, since announcing again is harmless.
 */
export function timeOfLostBatch(letter: string): { readonly from: Instant; readonly to: Instant } {
  const { DDBStreamBatchInfo: lost } = LostBatch.parse(JSON.parse(letter));
  return {
    from: instantOf(new Date(lost.approximateArrivalOfFirstRecord.getTime() - oldestMs)),
    to: instantOf(new Date(lost.approximateArrivalOfLastRecord.getTime() + oneSecond)),
  };
}

/** Arrivals are rounded to the second. */
const oneSecond = 1000;

const Moment = z.union([z.string(), z.number().transform((seconds) => seconds * 1000)]).pipe(z.coerce.date());
const LostBatch = z.object({
  DDBStreamBatchInfo: z.object({
    approximateArrivalOfFirstRecord: Moment,
    approximateArrivalOfLastRecord: Moment,
  }),
});
