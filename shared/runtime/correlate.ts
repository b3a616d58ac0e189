import type { Announcement, Bus } from '#shared/ports/bus.ts';
import type { Log } from '#shared/ports/log.ts';
import type { Change, Json, Table, TableReader } from '#shared/ports/table.ts';

/** As much of a function's dependencies as speaks to others. */
interface Speaking {
  readonly log?: Log;
  readonly table?: TableReader | Table;
  readonly bus?: Bus;
}

/**
 * The same dependencies for one piece of work: every line they log names its correlation, and every event they announce
 * carries it, so that a mail can be followed back to the webhook that caused it. Functions need not know of it.
 */
export function correlate<D extends object>(deps: D, correlationId: string): D {
  const { log, table, bus }: Speaking = deps;
  return {
    ...deps,
    ...(log && { log: logging(log, { correlationId }) }),
    ...(table && 'commit' in table && { table: committing(table, correlationId) }),
    ...(bus && { bus: { publish: (events) => bus.publish(events.map((event) => carrying(event, correlationId))) } }),
  } satisfies Speaking as D;
}

/** A log that says this with every line. */
export const logging = (log: Log, always: Readonly<Record<string, Json>>): Log => ({
  info: (message, about) => log.info(message, { ...always, ...about }),
  warn: (message, about) => log.warn(message, { ...always, ...about }),
  error: (message, about) => log.error(message, { ...always, ...about }),
});

/** The first one stays: a mail that is announced again after a wait belongs to what caused it. */
const carrying = (event: Announcement, correlationId: string): Announcement => ({ correlationId, ...event });

const committing = (table: Table, correlationId: string): Table => ({
  get: (key) => table.get(key),
  getAll: (keys) => table.getAll(keys),
  query: (query) => table.query(query),
  commit: (changes) => table.commit(changes.map((change) => marked(change, correlationId))),
});

/** An item that announces an event (`shared/store/announcement.ts`) gets the event's correlation; others stay as they are. */
function marked(change: Change, correlationId: string): Change {
  if (!('put' in change) || change.put.announce !== true) return change;
  const { event } = change.put;
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return change;
  return { ...change, put: { ...change.put, event: { correlationId, ...event } } };
}
