import * as z from 'zod';
import { MeetingId, MeetingPurpose, MeetingRating } from '#shared/domain/meetings/meeting.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { Instant } from '#shared/domain/values/iso-date.ts';
import { defineEvent } from './define-event.ts';

export const MeetingHeld = defineEvent({
  detailType: 'meeting.held',
  source: 'meetings',
  meaning: 'A meeting with people of a client took place.',
  detail: z.object({
    clientId: ClientId,
    meetingId: MeetingId,
    purpose: MeetingPurpose,
    at: Instant,
    rating: MeetingRating.optional(),
  }),
});
