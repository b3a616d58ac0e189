/**
 * Facts recorded of a client: usage, survey answers, leadership, invoices, tickets. Append-only.
 *   of a client, by date     pk = CLIENT#<id>  sk = FACT#<date>#<type>#<factId>
 *   its leaders, ever        lists: LEADERS#<id>, by date
 * A fact that arrives as an event announces itself when it is inserted (see announcement.ts).
 */
import * as z from 'zod';
import { type Fact, type FactType, parseFact } from '#shared/domain/facts/fact.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import type { IsoDate } from '#shared/domain/values/iso-date.ts';
import type { Announcement } from '#shared/ports/bus.ts';
import { type Change, type Item, type Json, type Key, queryAll, type TableReader } from '#shared/ports/table.ts';
import { announced } from './announcement.ts';

const key = ({ factId, type, detail }: Fact): Key => ({
  pk: `CLIENT#${detail.clientId}`,
  sk: `FACT#${detail.date}#${type}#${factId}`,
});

/** Who leads a client matters however long ago it was said; everything else is only looked at for a time. */
const listing = ({ type, factId, detail }: Fact) =>
  type === 'leadership.changed' ? { list: `LEADERS#${detail.clientId}`, listOrder: `${detail.date}#${factId}` } : {};

const eventOf = (fact: Fact): Announcement => ({
  id: fact.factId,
  detailType: fact.type,
  source: 'facts',
  time: fact.recordedAt,
  detail: fact.detail as Json,
});

/** Only to open the envelope: `parseFact` checks what is in it, and checking thousands of facts twice is felt. */
const Opened = z.looseObject({});
const factFrom = ({ event }: Item): Fact => {
  const { id, detailType, time, detail } = Opened.parse(event);
  return parseFact({ factId: id, type: detailType, recordedAt: time, detail });
};

export const facts = {
  key,

  /** Records a fact and announces it to every function that listens. */
  announce: (fact: Fact): Change => ({
    put: { ...key(fact), entity: 'fact', ...listing(fact), ...announced(eventOf(fact)) },
    require: 'absent',
  }),

  /** Records a fact quietly: for imports, which ask for one scoring per client instead. */
  record: (fact: Fact): Change => ({
    put: { ...key(fact), entity: 'fact', ...listing(fact), event: { ...eventOf(fact) } },
    require: 'absent',
  }),

  /** All facts about a client dated between two days, both included, oldest first. */
  async between(table: TableReader, clientId: ClientId, from: IsoDate, to: IsoDate): Promise<Fact[]> {
    const found: Fact[] = [];
    const query = { partition: `CLIENT#${clientId}`, from: `FACT#${from}`, to: `FACT#${to}#\uffff` };
    for await (const item of queryAll(table, query)) found.push(factFrom(item));
    return found;
  },

  /** Changes of a client's leaders dated before a day, oldest first. */
  async leadersBefore(table: TableReader, clientId: ClientId, day: IsoDate): Promise<Fact[]> {
    const found: Fact[] = [];
    const query = { index: 'lists', partition: `LEADERS#${clientId}`, to: day };
    for await (const item of queryAll(table, query)) found.push(factFrom(item));
    return found;
  },

  /** Changes of a client's leaders dated from a day on, those announced for later included, oldest first. */
  async leadersSince(table: TableReader, clientId: ClientId, day: IsoDate): Promise<Fact[]> {
    const found: Fact[] = [];
    const query = { index: 'lists', partition: `LEADERS#${clientId}`, from: day };
    for await (const item of queryAll(table, query)) found.push(factFrom(item));
    return found;
  },

  /** The newest fact of these types dated between two days, both included. Reads no further back than it must. */
  async latest(
    table: TableReader,
    clientId: ClientId,
    types: readonly FactType[],
    from: IsoDate,
    to: IsoDate,
  ): Promise<Fact | undefined> {
    const days = { from: `FACT#${from}`, to: `FACT#${to}#\uffff` };
    const query = { partition: `CLIENT#${clientId}`, ...days, order: 'descending', limit: 50 } as const;
    for await (const item of queryAll(table, query)) {
      const [, , type] = item.sk.split('#');
      if (types.some((wanted) => wanted === type)) return factFrom(item);
    }
    return undefined;
  },
};
