import * as z from 'zod';
import { ClientId } from '../values/ids.ts';
import { addDays, Instant, IsoDate } from '../values/iso-date.ts';

/** What is worth remembering: what we promised, what the client likes, and why the operator rejected a proposal. */
export const MemoryKind = z.enum(['promise', 'preference', 'rejection']);
export type MemoryKind = z.infer<typeof MemoryKind>;

/** One small thing remembered of a client: where it comes from and until when it counts. */
export const Memory = z.object({
  memoryId: z.string().regex(/^[a-z0-9-]{1,120}$/),
  clientId: ClientId,
  kind: MemoryKind,
  says: z.string().trim().min(1).max(300),
  /** "operator", or what it was taken from: a decision, a survey answer, a meeting. */
  source: z.string().min(1).max(200),
  recordedAt: Instant,
  /** The last day on which it counts. */
  until: IsoDate,
});
export type Memory = z.infer<typeof Memory>;

const daysKept: Readonly<Record<MemoryKind, number>> = { promise: 120, preference: 365, rejection: 180 };

/** Until when something learnt today counts, unless somebody says otherwise. */
export const usuallyUntil = (kind: MemoryKind, today: IsoDate): IsoDate => addDays(today, daysKept[kind]);

/** What the reason for rejecting a decision is remembered as. */
export const rejectionIdOf = (decisionId: string): string => `rejected-${decisionId}`.slice(0, 120);

/** What still counts on a day, promises first, newest first. */
export const counting = (memories: readonly Memory[], today: IsoDate): Memory[] =>
  memories
    .filter(({ until }) => until >= today)
    .toSorted(
      (a, b) =>
        MemoryKind.options.indexOf(a.kind) - MemoryKind.options.indexOf(b.kind) ||
        (a.recordedAt < b.recordedAt ? 1 : -1),
    );
