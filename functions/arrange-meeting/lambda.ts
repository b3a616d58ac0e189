import { common, meetings, personalTable } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForEvents } from '#shared/runtime/lambda-for-events.ts';
import { arrangeMeeting } from './arrange-meeting.ts';

export const handler = lambdaForEvents(arrangeMeeting, {
  ...common(readEnv(process.env, 'METRICS_NAMESPACE')),
  ...personalTable(readEnv(process.env, 'TABLE_NAME', 'MASTER_KEY')),
  ...meetings(readEnv(process.env, 'VIDEO_SERVICE', 'MEETING_ROOMS', 'SECRETS_PATH')),
});
