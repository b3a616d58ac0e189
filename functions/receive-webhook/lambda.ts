import { common, secrets, table } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForHttp } from '#shared/runtime/lambda-for-http.ts';
import { receiveWebhook } from './receive-webhook.ts';

export const handler = lambdaForHttp(receiveWebhook, {
  ...common(),
  ...table(readEnv(process.env, 'TABLE_NAME')),
  ...secrets(readEnv(process.env, 'SECRETS_PATH')),
});
