import { common, model, operators, personalTable } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForHttp } from '#shared/runtime/lambda-for-http.ts';
import { briefClient } from './brief-client.ts';

export const handler = lambdaForHttp(briefClient, {
  ...common(readEnv(process.env, 'METRICS_NAMESPACE')),
  ...personalTable(readEnv(process.env, 'TABLE_NAME', 'MASTER_KEY')),
  ...operators(readEnv(process.env, 'SECRETS_PATH')),
  ...model(readEnv(process.env, 'READER_MODEL', 'WRITER_MODEL', 'MODEL_GUARDRAIL')),
});
