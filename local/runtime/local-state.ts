/**
 * What this process remembers about itself between two starts; the cloud has no such items.
 *   how far business time got      pk = LOCAL  sk = CLOCK
 *   when a schedule last ran       pk = LOCAL  sk = SCHEDULE#<function>
 */
import * as z from 'zod';
import { Instant, instantOf } from '#shared/domain/values/iso-date.ts';
import type { Change, TableReader } from '#shared/ports/table.ts';

const Moment = z.object({ at: Instant.transform((text) => new Date(text)) });

const remembered = (sk: string) => ({
  put: (moment: Date): Change => ({
    put: { pk: 'LOCAL', sk, entity: 'local-state', at: instantOf(moment) },
    require: 'any',
  }),

  async get(table: TableReader): Promise<Date | undefined> {
    const item = await table.get({ pk: 'LOCAL', sk });
    return item && Moment.parse(item).at;
  },
});

/** The business time that the file has reached. */
export const reachedTime = remembered('CLOCK');

/** The business time at which a scheduled function was last woken. */
export const lastWoken = (functionName: string) => remembered(`SCHEDULE#${functionName}`);
