import middy from '@middy/core';
import type * as z from 'zod';
import { AppError } from '#shared/domain/errors.ts';
import type { Log } from '#shared/ports/log.ts';
import { logging } from './correlate.ts';

interface Handling<Input, D extends { readonly log: Log }> {
  /** What AWS hands over. Anything else is refused before it is looked at. */
  readonly input: z.ZodType<Input>;
  readonly deps: D;
  /** `deps.log` names the invocation in every line. */
  readonly handle: (deps: D, input: Input, context: { readonly awsRequestId: string }) => Promise<unknown>;
}

/** A Lambda handler. Every function of ours is wrapped like this, in this order: parse, log, errors. */
export function lambdaHandler<Input, D extends { readonly log: Log }>({ input, deps, handle }: Handling<Input, D>) {
  return middy<unknown, unknown>()
    .use([parse(input), logDuration(deps.log), reportError(deps.log)])
    .handler(async (event, context) => {
      const log = logging(deps.log, { requestId: context.awsRequestId });
      // `parse` has replaced the event by what its schema made of it.
      return handle({ ...deps, log }, event as Input, context);
    });
}

const parse = (input: z.ZodType): middy.MiddlewareObj => ({
  before: (request) => {
    request.event = input.parse(request.event);
  },
});

/** One line an invocation, with its duration in milliseconds. */
const logDuration = (log: Log): middy.MiddlewareObj => {
  const begun = new WeakMap<object, number>();
  return {
    before: ({ context }) => {
      begun.set(context, performance.now());
    },
    after: ({ context }) => {
      const ms = Math.round(performance.now() - (begun.get(context) ?? 0));
      log.info('handled', { requestId: context.awsRequestId, ms });
    },
  };
};

/** Says what went wrong and lets it go on going wrong: only a failed invocation is retried and ends as a dead letter. */
const reportError = (log: Log): middy.MiddlewareObj => ({
  onError: ({ error, context }) => {
    log.error('failed', { requestId: context.awsRequestId, ...describe(error) });
  },
});

/** An error in words that may be logged: its code where we foresaw it, else where it came from. */
export const describe = (error: unknown): { readonly code?: string; readonly error: string } =>
  error instanceof AppError
    ? { code: error.code, error: error.message }
    : { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
