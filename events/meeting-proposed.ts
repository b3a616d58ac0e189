import * as z from 'zod';
import { MeetingId } from '#shared/domain/meetings/meeting.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { defineEvent } from './define-event.ts';

export const MeetingProposed = defineEvent({
  detailType: 'meeting.proposed',
  source: 'meetings',
  meaning: 'A meeting got a time, its first or another one, and needs a link.',
  detail: z.object({ clientId: ClientId, meetingId: MeetingId, sequence: z.int().min(0) }),
});
