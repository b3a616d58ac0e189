import type { Deps, FunctionDefinition, Need } from '#functions/define-function.ts';
import { withoutPersonalData } from '#shared/adapters/personal-data/sealed-table.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { withinPartitions } from './within-partitions.ts';

/**
 * Exactly what a function declared to need, as in the cloud, where the rest is not granted: one that forgot to declare
 * a need fails on a laptop first.
 */
export function provide(definition: FunctionDefinition, everything: Deps): object {
  const { clock, log } = everything;
  const opens = definition.needs.includes('personal-data:open');
  const table = opens ? everything.table : withoutPersonalData(everything.table);
  const given = {
    ...everything,
    table: withinPartitions(table, definition),
    secrets: declaredSecrets(everything.secrets, definition),
  };
  return Object.assign({ clock, log }, ...[...definition.needs].sort().map((need) => provisions[need](given)));
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
  'personal-data:open': () => ({}),
  'operators:admit': ({ operators }) => ({ operators }),
  'identity:ask': ({ identity }) => ({ identity }),
  'pseudonyms:make': ({ pseudonyms }) => ({ pseudonyms }),
  'bus:publish': ({ bus }) => ({ bus }),
  'mail:send': ({ mailer }) => ({ mailer }),
  'mail:queue': ({ settings }) => ({ settings }),
  'secrets:read': ({ secrets }) => ({ secrets }),
  'meetings:arrange': ({ meetings, standbyMeetings }) => ({ meetings, standbyMeetings }),
  'model:invoke': ({ model }) => ({ model }),
};

const declaredSecrets = (all: Secrets, { name, secrets = [] }: FunctionDefinition): Secrets => ({
  async active(secret) {
    if (!secrets.includes(secret)) throw new Error(`${name} did not declare that it reads the secret ${secret}`);
    return all.active(secret);
  },
});
