import { common, mailSettings, table } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForEvents } from '#shared/runtime/lambda-for-events.ts';
import { recordMailOutcome } from './record-mail-outcome.ts';

export const handler = lambdaForEvents(recordMailOutcome, {
  ...common(),
  ...table(readEnv(process.env, 'TABLE_NAME')),
  ...mailSettings(readEnv(process.env, 'OPERATOR_ADDRESS', 'MAIL_FROM', 'POSTAL_ADDRESS', 'DASHBOARD_URL')),
});
