import { bus, common, table } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForSchedule } from '#shared/runtime/lambda-for-schedule.ts';
import { scheduleMail } from './schedule-mail.ts';

export const handler = lambdaForSchedule(scheduleMail, {
  ...common(readEnv(process.env, 'METRICS_NAMESPACE')),
  ...table(readEnv(process.env, 'TABLE_NAME')),
  ...bus(readEnv(process.env, 'BUS_NAME')),
});
