import { bus, common, table } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForSchedule } from '#shared/runtime/lambda-for-schedule.ts';
import { wakeAgents } from './wake-agents.ts';

export const handler = lambdaForSchedule(wakeAgents, {
  ...common(readEnv(process.env, 'METRICS_NAMESPACE')),
  ...table(readEnv(process.env, 'TABLE_NAME')),
  ...bus(readEnv(process.env, 'BUS_NAME')),
});
