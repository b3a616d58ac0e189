import * as z from 'zod';
import type { StreamFunction } from '#functions/define-function.ts';
import type { Announcement } from '#shared/ports/bus.ts';
import type { Log } from '#shared/ports/log.ts';
import { lambdaHandler } from './lambda-handler.ts';

/**
 * The Lambda of a function on the table's change stream; `read` finds the announcement in a stream record. A failed
 * batch is delivered again, halved, until only what cannot be handled remains.
 */
export const lambdaForStream = <D extends { readonly log: Log }>(
  definition: StreamFunction & { readonly run: (deps: D, announcements: readonly Announcement[]) => Promise<void> },
  read: (record: unknown) => Announcement,
  deps: NoInfer<D>,
) =>
  lambdaHandler({
    input: StreamBatch,
    deps,
    handle: (given, { Records }) => definition.run(given, Records.map(read)),
  });

const StreamBatch = z.object({ Records: z.array(z.unknown()) });
