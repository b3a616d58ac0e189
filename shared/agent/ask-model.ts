import type { ModelAnswer } from '#shared/domain/agents/exchange.ts';
import type { StopReason } from '#shared/domain/agents/limits.ts';
import { AppError, type ErrorCode, isAppError } from '#shared/domain/errors.ts';
import type { Model, ModelRequest } from '#shared/ports/model.ts';
import type { Meter } from './meter.ts';
import { type Pace, within } from './pace.ts';

export type Asked = { readonly answer: ModelAnswer } | { readonly stop: StopReason; readonly code?: ErrorCode };

const attempts = 5;
const firstWaitMs = 500;
const longestWaitMs = 8_000;
/** One answer takes no longer; what is left of the run bounds it further. */
const answerMs = 25_000;

/**
 * One answer, however often that must be asked for: throttled, unavailable and late ones are asked again after a random wait
 * that doubles, as long as the run's time and tokens allow.
 */
export async function askModel(
  model: Model,
  request: Omit<ModelRequest, 'maxTokens' | 'timeoutMs'>,
  { meter, pace }: { readonly meter: Meter; readonly pace: Pace },
): Promise<Asked> {
  for (let attempt = 0; ; attempt++) {
    const maxTokens = meter.allow(request);
    if (typeof maxTokens === 'string') return { stop: maxTokens };
    const timeoutMs = Math.min(answerMs, meter.msLeft());
    try {
      const answer = await within(timeoutMs, model.converse({ ...request, maxTokens, timeoutMs }), late);
      return { answer };
    } catch (error) {
      if (isAppError(error, 'model.refused')) return { stop: 'model-refused', code: error.code };
      const code = again.find((known) => isAppError(error, known));
      if (!code) throw error;
      if (code === 'model.timeout') meter.chargeLost({ ...request, maxTokens });
      const wait = pace.random() * Math.min(longestWaitMs, firstWaitMs * 2 ** attempt);
      if (attempt + 1 === attempts) return { stop: 'model-unavailable', code };
      if (wait >= meter.msLeft()) return { stop: 'time', code };
      await pace.sleep(wait);
    }
  }
}

const again = ['model.throttled', 'model.unavailable', 'model.timeout'] as const;

const late = (): never => {
  throw new AppError('model.timeout');
};
