import * as z from 'zod';
import { ClientId, ContactId } from '../values/ids.ts';
import { Instant, IsoMonth } from '../values/iso-date.ts';

/** What a meeting is for. Only monthly reviews count as success reviews. */
export const MeetingPurpose = z.enum(['monthly-review', 'welcome', 'renewal', 'other']);
export type MeetingPurpose = z.infer<typeof MeetingPurpose>;

/** Unique within its client, and part of links and invitations: `monthly-review-2026-10`. */
export const MeetingId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens')
  .brand<'MeetingId'>();
export type MeetingId = z.infer<typeof MeetingId>;

/** From 1 to 10, as the participants rated the meeting. */
export const MeetingRating = z.int().min(1).max(10);

const planned = {
  meetingId: MeetingId,
  clientId: ClientId,
  purpose: MeetingPurpose,
  /** The month it is about, which is not the month it takes place in. */
  occasion: IsoMonth.optional(),
  contactIds: z.array(ContactId).min(1),
  at: Instant,
  minutes: z.int().min(5).max(480),
  /** The clock it is shown on. */
  timeZone: z.string(),
  /** Grows by one with each change of its time and when it is cancelled, so that calendars know which invitation is the latest. */
  sequence: z.int().min(0),
  proposedAt: Instant,
  /** Its last change of time: from which, and when that was decided. */
  moved: z.object({ from: Instant, at: Instant }).optional(),
};

const arranged = {
  link: z.url({ protocol: /^https$/ }).optional(),
  /** For the operator: how the link came about when it is not the usual one. */
  linkNote: z.string().optional(),
};

const recorded = { ...planned, ...arranged, recordedAt: Instant, notes: z.string().max(4000).optional() };

/**
 * A meeting of ours with a client. `proposed`: it has a time but no link yet; `leaseUntil` says that somebody is getting
 * one, for the `tries`th time. Whether it was `held` or `missed` is recorded by the operator afterwards.
 */
export const Meeting = z.discriminatedUnion('status', [
  z.object({ ...planned, status: z.literal('proposed'), tries: z.int().min(0), leaseUntil: Instant.optional() }),
  z.object({ ...planned, ...arranged, status: z.literal('arranged'), arrangedAt: Instant }),
  z.object({
    ...recorded,
    status: z.literal('held'),
    rating: MeetingRating.optional(),
    /** What was talked about, what came of it, and who does what next; one line each. */
    points: z.array(z.string()),
    outcomes: z.array(z.string()),
    nextSteps: z.array(z.string()),
  }),
  z.object({ ...recorded, status: z.literal('missed') }),
  z.object({ ...recorded, status: z.literal('cancelled') }),
]);
export type Meeting = z.infer<typeof Meeting>;
export type ProposedMeeting = Extract<Meeting, { status: 'proposed' }>;
export type ArrangedMeeting = Extract<Meeting, { status: 'arranged' }>;
export type CancelledMeeting = Extract<Meeting, { status: 'cancelled' }>;
export type RecordedMeeting = Extract<Meeting, { status: 'held' | 'missed' | 'cancelled' }>;

/** What every meeting has, whatever became of it. */
const Plan = z.object(planned);
export type MeetingPlan = z.infer<typeof Plan>;

/** The plan alone, without what became of the meeting. */
export const planOf = (meeting: Meeting): MeetingPlan => Plan.parse(meeting);

/** "Success review of September 2026" begins with this. */
export const purposeNames: Readonly<Record<MeetingPurpose, string>> = {
  'monthly-review': 'Success review',
  welcome: 'Welcome meeting',
  renewal: 'Contract renewal',
  other: 'Meeting',
};
