import { common, table } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForSchedule } from '#shared/runtime/lambda-for-schedule.ts';
import { learnSeasons } from './learn-seasons.ts';

export const handler = lambdaForSchedule(learnSeasons, {
  ...common(readEnv(process.env, 'METRICS_NAMESPACE')),
  ...table(readEnv(process.env, 'TABLE_NAME')),
});
