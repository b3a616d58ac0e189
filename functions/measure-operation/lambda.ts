import { common, table } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForSchedule } from '#shared/runtime/lambda-for-schedule.ts';
import { measureOperation } from './measure-operation.ts';

export const handler = lambdaForSchedule(measureOperation, {
  ...common(readEnv(process.env, 'METRICS_NAMESPACE')),
  ...table(readEnv(process.env, 'TABLE_NAME')),
});
