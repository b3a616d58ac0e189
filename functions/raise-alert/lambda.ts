import { common, mailSettings, personalTable } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForEvents } from '#shared/runtime/lambda-for-events.ts';
import { raiseAlert } from './raise-alert.ts';

export const handler = lambdaForEvents(raiseAlert, {
  ...common(readEnv(process.env, 'METRICS_NAMESPACE')),
  ...personalTable(readEnv(process.env, 'TABLE_NAME', 'MASTER_KEY')),
  ...mailSettings(readEnv(process.env, 'OPERATOR_ADDRESS', 'MAIL_FROM', 'POSTAL_ADDRESS', 'DASHBOARD_URL')),
});
