import { common, model, table } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForEvents } from '#shared/runtime/lambda-for-events.ts';
import { readFeedback } from './read-feedback.ts';

export const handler = lambdaForEvents(readFeedback, {
  ...common(readEnv(process.env, 'METRICS_NAMESPACE')),
  ...table(readEnv(process.env, 'TABLE_NAME')),
  ...model(readEnv(process.env, 'READER_MODEL', 'WRITER_MODEL', 'MODEL_GUARDRAIL')),
});
