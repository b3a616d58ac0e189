import { common, personalTable, secrets } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForHttp } from '#shared/runtime/lambda-for-http.ts';
import { recipientPages } from './recipient-pages.ts';

export const handler = lambdaForHttp(recipientPages, {
  ...common(readEnv(process.env, 'METRICS_NAMESPACE')),
  ...personalTable(readEnv(process.env, 'TABLE_NAME', 'MASTER_KEY')),
  ...secrets(readEnv(process.env, 'SECRETS_PATH')),
});
