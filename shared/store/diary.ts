/**
 * The operator's diary: when there are meetings with whichever client, one item a day counted in UTC. A meeting is booked
 * in the commit that proposes it, so that two clients never get the same time.
 *   of a day                 pk = DIARY#<date>  sk = DIARY     its version guards bookings
 */
import * as z from 'zod';
import { Booking, daysOf } from '#shared/domain/meetings/diary.ts';
import { IsoDate } from '#shared/domain/values/iso-date.ts';
import type { Change, Key, TableReader } from '#shared/ports/table.ts';

const Day = z.object({ date: IsoDate, version: z.int(), bookings: z.array(Booking) });

/** Some days of the diary as they were read. */
export type Diary = ReadonlyMap<IsoDate, z.infer<typeof Day>>;

const key = (date: IsoDate): Key => ({ pk: `DIARY#${date}`, sk: 'DIARY' });

export const diary = {
  /** At most 100 days. */
  async read(table: TableReader, dates: Iterable<IsoDate>): Promise<Diary> {
    const items = await table.getAll([...new Set(dates)].map(key));
    return new Map(items.map((item) => Day.parse(item)).map((day) => [day.date, day]));
  },

  /** The days that these times lie on. */
  readFor: (table: TableReader, ...bookings: readonly Booking[]): Promise<Diary> =>
    diary.read(table, bookings.flatMap(daysOf)),

  /** What is booked on the days that were read. */
  bookings: (read: Diary): Booking[] => [...read.values()].flatMap(({ bookings }) => bookings),

  /** Takes out a meeting's old time, where it had one, and writes in its new one. All days of both must have been read. */
  rebook(read: Diary, before: Booking | undefined, after: Booking | undefined): Change[] {
    const of = before ?? after;
    const dates = new Set([...(before ? daysOf(before) : []), ...(after ? daysOf(after) : [])]);
    return [...dates].map((date) => {
      const day = read.get(date);
      const others = (day?.bookings ?? []).filter(
        ({ clientId, meetingId }) => clientId !== of?.clientId || meetingId !== of?.meetingId,
      );
      const bookings = after && daysOf(after).includes(date) ? [...others, after] : others;
      return {
        put: { ...key(date), entity: 'diary', date, bookings },
        require: day ? { version: day.version } : 'absent',
      };
    });
  },
};
