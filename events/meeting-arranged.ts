import * as z from 'zod';
import { MeetingId } from '#shared/domain/meetings/meeting.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { defineEvent } from './define-event.ts';

export const MeetingArranged = defineEvent({
  detailType: 'meeting.arranged',
  source: 'meetings',
  meaning: 'A meeting has its time and its link: people can be invited.',
  detail: z.object({ clientId: ClientId, meetingId: MeetingId, sequence: z.int().min(0) }),
});
