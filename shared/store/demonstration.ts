/**
 * How far the simulated portfolio has been told. There is at most one.
 *   the marker               pk = DEMONSTRATION  sk = MARKER
 */
import * as z from 'zod';
import { IsoDate } from '#shared/domain/values/iso-date.ts';
import type { Change, Key, TableReader } from '#shared/ports/table.ts';

export const DemonstrationMarker = z.object({
  version: z.int(),
  seed: z.int(),
  /** Day 0 of the stories. */
  startedOn: IsoDate,
  /** The last day whose facts are recorded. */
  toldThrough: IsoDate,
});
export type DemonstrationMarker = z.infer<typeof DemonstrationMarker>;

const key: Key = { pk: 'DEMONSTRATION', sk: 'MARKER' };

export const demonstration = {
  begin: (marker: Omit<DemonstrationMarker, 'version'>): Change => ({
    put: { ...key, entity: 'demonstration', ...marker },
    require: 'absent',
  }),

  /** Moves the marker that was read on to a later day. */
  advance: ({ version, ...marker }: DemonstrationMarker, toldThrough: IsoDate): Change => ({
    put: { ...key, entity: 'demonstration', ...marker, toldThrough },
    require: { version },
  }),

  async marker(table: TableReader): Promise<DemonstrationMarker | undefined> {
    const item = await table.get(key);
    return item && DemonstrationMarker.parse(item);
  },
};
