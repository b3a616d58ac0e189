import { common, table } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForEvents } from '#shared/runtime/lambda-for-events.ts';
import { scoreClient } from './score-client.ts';

export const handler = lambdaForEvents(scoreClient, {
  ...common(readEnv(process.env, 'METRICS_NAMESPACE')),
  ...table(readEnv(process.env, 'TABLE_NAME')),
});
