import type { Meeting } from '#shared/domain/meetings/meeting.ts';
import { type ReviewRate, reviewRate } from '#shared/domain/meetings/review-rate.ts';
import { dateIn, instantOf, monthOf } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { clients } from '#shared/store/client.ts';
import { meetings } from '#shared/store/meeting.ts';

export interface Reviews {
  /** From 45 days ago, the earliest first. */
  readonly meetings: readonly Meeting[];
  readonly rate: ReviewRate;
}

const daysBack = 45;

/** The meetings around a moment, and how many active clients had the review of its month. */
export async function reviewsOf(table: TableReader, now: Date): Promise<Reviews> {
  const active = [];
  for await (const { clientId, status } of clients.all(table)) if (status === 'active') active.push(clientId);
  const recent = await meetings.between(table, instantOf(new Date(now.getTime() - daysBack * 86_400_000)));
  return { meetings: recent, rate: reviewRate(recent, active, monthOf(dateIn(businessZone, now))) };
}
