/**
 * The seasons learned from all clients together, one item a month.
 *   in force on a day        pk = SEASONS  sk = SEASONS#<learned on>, descending, limit 1
 */
import { LearnedSeasons } from '#shared/domain/prediction/live/learned-seasons.ts';
import { addDays, firstDay, type IsoDate, monthOf } from '#shared/domain/values/iso-date.ts';
import type { Change, TableReader } from '#shared/ports/table.ts';

export const seasons = {
  put: (learned: LearnedSeasons): Change => ({
    put: { pk: 'SEASONS', sk: `SEASONS#${learned.learnedOn}`, entity: 'seasons', learned },
    require: 'absent',
  }),

  /** Those learned last before a day, so that all scores of a day rest on the same; undefined before any were. */
  async inForce(table: TableReader, day: IsoDate): Promise<LearnedSeasons | undefined> {
    const to = `SEASONS#${addDays(day, -1)}`;
    const query = { partition: 'SEASONS', from: 'SEASONS#', to, order: 'descending', limit: 1 } as const;
    const [item] = (await table.query(query)).items;
    return item && LearnedSeasons.parse(item.learned);
  },

  /** Whether some were learned in a day's month already. */
  async learnedInMonthOf(table: TableReader, day: IsoDate): Promise<boolean> {
    const query = { partition: 'SEASONS', from: `SEASONS#${firstDay(monthOf(day))}`, to: `SEASONS#${day}`, limit: 1 };
    return (await table.query(query)).items.length > 0;
  },
};
