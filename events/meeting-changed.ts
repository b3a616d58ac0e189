import * as z from 'zod';
import { MeetingId } from '#shared/domain/meetings/meeting.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { defineEvent } from './define-event.ts';

export const MeetingChanged = defineEvent({
  detailType: 'meeting.changed',
  source: 'meetings',
  meaning: 'A meeting has another time or was cancelled: whoever was invited must be told.',
  detail: z.object({ clientId: ClientId, meetingId: MeetingId, sequence: z.int().min(1) }),
});
