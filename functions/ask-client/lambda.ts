import { common, model, operators, personalTable } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForHttp } from '#shared/runtime/lambda-for-http.ts';
import { askClient } from './ask-client.ts';

export const handler = lambdaForHttp(askClient, {
  ...common(readEnv(process.env, 'METRICS_NAMESPACE')),
  ...personalTable(readEnv(process.env, 'TABLE_NAME', 'MASTER_KEY')),
  ...operators(readEnv(process.env, 'SECRETS_PATH')),
  ...model(readEnv(process.env, 'READER_MODEL', 'WRITER_MODEL', 'MODEL_GUARDRAIL')),
});
