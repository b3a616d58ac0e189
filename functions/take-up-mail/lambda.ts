import { common, table } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForSchedule } from '#shared/runtime/lambda-for-schedule.ts';
import { takeUpMail } from './take-up-mail.ts';

export const handler = lambdaForSchedule(takeUpMail, {
  ...common(readEnv(process.env, 'METRICS_NAMESPACE')),
  ...table(readEnv(process.env, 'TABLE_NAME')),
});
