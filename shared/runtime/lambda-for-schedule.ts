import * as z from 'zod';
import type { ScheduledFunction } from '#functions/define-function.ts';
import type { Log } from '#shared/ports/log.ts';
import { correlate } from './correlate.ts';
import { lambdaHandler } from './lambda-handler.ts';

/** The Lambda of a scheduled function. What the schedule says is not looked at: only that the time has come. */
export const lambdaForSchedule = <D extends { readonly log: Log }>(
  definition: ScheduledFunction & { readonly run: (deps: D) => Promise<void> },
  deps: NoInfer<D>,
) =>
  lambdaHandler({
    input: z.unknown(),
    deps,
    handle: (given, _, { awsRequestId }) => definition.run(correlate(given, `${definition.name}:${awsRequestId}`)),
  });
