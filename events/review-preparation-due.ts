import * as z from 'zod';
import { MeetingId } from '#shared/domain/meetings/meeting.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { defineEvent } from './define-event.ts';

export const ReviewPreparationDue = defineEvent({
  detailType: 'review.preparation-due',
  source: 'agents',
  meaning: 'A monthly review takes place within three days and is to be prepared.',
  detail: z.object({ clientId: ClientId, meetingId: MeetingId }),
});
