import { common, operators, personalTable } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForHttp } from '#shared/runtime/lambda-for-http.ts';
import { decideMail } from './decide-mail.ts';

export const handler = lambdaForHttp(decideMail, {
  ...common(readEnv(process.env, 'METRICS_NAMESPACE')),
  ...personalTable(readEnv(process.env, 'TABLE_NAME', 'MASTER_KEY')),
  ...operators(readEnv(process.env, 'SECRETS_PATH')),
});
