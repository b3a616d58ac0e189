import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { AppError } from '#shared/domain/errors.ts';
import type { Model, ModelPrices, ModelRequest } from '#shared/ports/model.ts';
import { bedrockFailure } from './bedrock/failure.ts';
import { answerFrom, requestFor } from './bedrock/shapes.ts';

interface Options {
  /** The model or inference profile for each part. */
  readonly models: Readonly<Record<ModelRequest['part'], string>>;
  readonly prices: Readonly<Record<ModelRequest['part'], ModelPrices>>;
  /** A guardrail of Bedrock, applied to what goes in and out. */
  readonly guardrail?: { readonly id: string; readonly version: string } | undefined;
  readonly client?: Pick<BedrockRuntimeClient, 'send'>;
}

/** Models on Bedrock through Converse. One attempt a call: the run itself knows how long it may try again. */
export const bedrockModel = ({
  models,
  prices,
  guardrail,
  client = new BedrockRuntimeClient(once),
}: Options): Model => ({
  name: 'Bedrock',
  prices,
  async converse(request) {
    const model = models[request.part];
    const abortSignal = AbortSignal.timeout(Math.max(1, request.timeoutMs));
    try {
      return answerFrom(
        await client.send(new ConverseCommand(requestFor(request, model, guardrail)), { abortSignal }),
        model,
      );
    } catch (error) {
      if (abortSignal.aborted) throw new AppError('model.timeout', { model }, { cause: error });
      throw bedrockFailure(error, model);
    }
  },
});

const once = { maxAttempts: 1 };
