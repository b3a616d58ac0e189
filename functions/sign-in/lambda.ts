import { common, identity, operators, table } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForHttp } from '#shared/runtime/lambda-for-http.ts';
import { signIn } from './sign-in.ts';

export const handler = lambdaForHttp(signIn, {
  ...common(readEnv(process.env, 'METRICS_NAMESPACE')),
  ...table(readEnv(process.env, 'TABLE_NAME')),
  ...operators(readEnv(process.env, 'SECRETS_PATH')),
  ...identity(readEnv(process.env, 'SIGN_IN_ISSUER', 'SIGN_IN_CLIENT_ID', 'SIGN_IN_DOMAIN')),
});
