import { common, model, personalTable } from '#shared/adapters/on-aws.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { lambdaForEvents } from '#shared/runtime/lambda-for-events.ts';
import { prepareReview } from './prepare-review.ts';

export const handler = lambdaForEvents(prepareReview, {
  ...common(readEnv(process.env, 'METRICS_NAMESPACE')),
  ...personalTable(readEnv(process.env, 'TABLE_NAME', 'MASTER_KEY')),
  ...model(readEnv(process.env, 'READER_MODEL', 'WRITER_MODEL', 'MODEL_GUARDRAIL')),
});
