import { common, mailer, personalTable } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForEvents } from '#shared/runtime/lambda-for-events.ts';
import { sendingQueue, sendMail } from './send-mail.ts';

export const handler = lambdaForEvents(sendMail, {
  ...common(readEnv(process.env, 'METRICS_NAMESPACE')),
  ...personalTable(readEnv(process.env, 'TABLE_NAME', 'MASTER_KEY')),
  ...mailer(readEnv(process.env, 'MAIL_FROM', 'MAIL_RATE', 'CONFIGURATION_SET'), sendingQueue.workers),
});
