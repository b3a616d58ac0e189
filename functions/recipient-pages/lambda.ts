import { common, secrets, table } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForHttp } from '#shared/runtime/lambda-for-http.ts';
import { recipientPages } from './recipient-pages.ts';

export const handler = lambdaForHttp(recipientPages, {
  ...common(),
  ...table(readEnv(process.env, 'TABLE_NAME')),
  ...secrets(readEnv(process.env, 'SECRETS_PATH')),
});
