import type { FunctionDefinition } from '#functions/define-function.ts';
import type { Change, Table } from '#shared/ports/table.ts';

/**
 * A table that lets a function touch the partitions it declared and no others, as its role does in the cloud: what it forgot
 * to declare fails on a laptop first. What it lists where it does not matter: a role cannot see that either.
 */
export function withinPartitions(table: Table, { name, partitions }: FunctionDefinition): Table {
  if (!partitions) return table;
  const admit = (...touched: readonly string[]) => {
    const foreign = touched.find((partition) => !partitions.some((begins) => partition.startsWith(begins)));
    if (foreign !== undefined) throw new Error(`${name} did not declare that it touches the partition ${foreign}`);
  };
  return {
    async get(key) {
      admit(key.pk);
      return table.get(key);
    },
    async getAll(keys) {
      admit(...keys.map(({ pk }) => pk));
      return table.getAll(keys);
    },
    async query(query) {
      admit(query.partition);
      return table.query(query);
    },
    async commit(changes) {
      admit(...changes.map(partitionOf));
      return table.commit(changes);
    },
  };
}

function partitionOf(change: Change): string {
  if ('put' in change) return change.put.pk;
  return 'delete' in change ? change.delete.pk : change.check.pk;
}
