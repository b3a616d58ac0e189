import { BedrockRuntimeServiceException } from '@aws-sdk/client-bedrock-runtime';
import { AppError, type ErrorCode } from '#shared/domain/errors.ts';

const codes: Readonly<Record<string, ErrorCode>> = {
  ThrottlingException: 'model.throttled',
  ServiceQuotaExceededException: 'model.throttled',
  ServiceUnavailableException: 'model.unavailable',
  InternalServerException: 'model.unavailable',
  ModelNotReadyException: 'model.unavailable',
  ModelErrorException: 'model.unavailable',
  ModelTimeoutException: 'model.timeout',
};

/**
 * A failure of the SDK in our words. What Bedrock will refuse again (access, validation, an unknown model) is `model.refused`;
 * a connection that failed or an answer that is no JSON may go better the next time.
 */
export function bedrockFailure(error: unknown, model: string): unknown {
  if (error instanceof AppError) return error;
  if (error instanceof BedrockRuntimeServiceException) {
    const { name, $metadata } = error;
    const busy = ($metadata.httpStatusCode ?? 0) >= 500;
    const code = codes[name] ?? (busy ? 'model.unavailable' : 'model.refused');
    // Its message may quote the request, and with it a client's words.
    return new AppError(code, { model, reason: name, status: $metadata.httpStatusCode });
  }
  return new AppError('model.unavailable', { model, reason: error instanceof Error ? error.name : 'unknown' });
}
