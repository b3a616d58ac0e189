import type { Deps, Need } from '#functions/define-function.ts';
import type { TableReader } from '#shared/ports/table.ts';

/**
 * Exactly what a function declared to need, as in the cloud, where the rest is not granted: one that forgot to declare
 * a need fails on a laptop first.
 */
export function provide(needs: readonly Need[], everything: Deps): object {
  const { clock, log } = everything;
  return Object.assign({ clock, log }, ...[...needs].sort().map((need) => provisions[need](everything)));
}

/** Sorted by name, `table:write` comes after `table:read` and wins. */
const provisions: Readonly<Record<Need, (everything: Deps) => object>> = {
  'table:read': ({ table }) => ({
    table: {
      get: (key) => table.get(key),
      getAll: (keys) => table.getAll(keys),
      query: (query) => table.query(query),
    } satisfies TableReader,
  }),
  'table:write': ({ table }) => ({ table }),
  'bus:publish': ({ bus }) => ({ bus }),
  'mail:send': ({ mailer }) => ({ mailer }),
  'mail:queue': ({ settings }) => ({ settings }),
  'secrets:read': ({ secrets }) => ({ secrets }),
  'links:seal': ({ secrets }) => ({ secrets }),
  'meetings:arrange': ({ meetings, standbyMeetings }) => ({ meetings, standbyMeetings }),
  'model:invoke': ({ model }) => ({ model }),
};
