import * as z from 'zod';
import { MeetingId, MeetingPurpose } from '#shared/domain/meetings/meeting.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { Instant } from '#shared/domain/values/iso-date.ts';
import { defineEvent } from './define-event.ts';

export const MeetingMissed = defineEvent({
  detailType: 'meeting.missed',
  source: 'meetings',
  meaning: 'Nobody of the client came to a meeting.',
  detail: z.object({ clientId: ClientId, meetingId: MeetingId, purpose: MeetingPurpose, at: Instant }),
});
