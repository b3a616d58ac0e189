import { common, meetings, table } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForEvents } from '#shared/runtime/lambda-for-events.ts';
import { arrangeMeeting } from './arrange-meeting.ts';

export const handler = lambdaForEvents(arrangeMeeting, {
  ...common(),
  ...table(readEnv(process.env, 'TABLE_NAME')),
  ...meetings(readEnv(process.env, 'VIDEO_SERVICE', 'MEETING_ROOMS', 'SECRETS_PATH')),
});
