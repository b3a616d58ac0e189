import type { Fact } from '#shared/domain/facts/fact.ts';
import type { Change, Table } from '#shared/ports/table.ts';
import { facts } from '#shared/store/fact.ts';
import { tableDescription } from '#shared/store/table.ts';

/**
 * Records facts quietly, a commit at a time, leaving out those that are there already: after a crash it can simply be run
 * again. `last` goes with the last commit, so that it happens once everything is recorded. Reports the facts done so far.
 * Those that are `loud` are announced nevertheless.
 */
export async function recordFacts(
  table: Table,
  told: readonly Fact[],
  last: readonly Change[],
  onProgress: (done: number) => void = () => {},
  loud: (fact: Fact) => boolean = () => false,
): Promise<void> {
  const atOnce = tableDescription.limits.changes - last.length;
  let done = 0;
  while (done < told.length) {
    const some = await unrecorded(table, told.slice(done, done + atOnce));
    done = Math.min(done + atOnce, told.length);
    const changes = [
      ...some.map((fact) => (loud(fact) ? facts.announce(fact) : facts.record(fact))),
      ...(done === told.length ? last : []),
    ];
    if (changes.length > 0) await table.commit(changes);
    onProgress(done);
  }
  if (told.length === 0 && last.length > 0) await table.commit(last);
}

async function unrecorded(table: Table, some: readonly Fact[]): Promise<Fact[]> {
  const found = new Set((await table.getAll(some.map(facts.key))).map(({ pk, sk }) => `${pk} ${sk}`));
  return some.filter((fact) => !found.has(`${facts.key(fact).pk} ${facts.key(fact).sk}`));
}
