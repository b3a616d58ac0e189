import { announcementInRecord } from '#shared/adapters/dynamodb-stream.ts';
import { bus, common } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForStream } from '#shared/runtime/lambda-for-stream.ts';
import { publishOutbox } from './publish-outbox.ts';

export const handler = lambdaForStream(publishOutbox, announcementInRecord, {
  ...common(readEnv(process.env, 'METRICS_NAMESPACE')),
  ...bus(readEnv(process.env, 'BUS_NAME')),
});
