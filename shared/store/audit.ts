/**
 * The audit trail: what was decided and done, one chain of hashes per client and one for what concerns all of them.
 *   of a client, oldest      pk = AUDIT#<client or *>  sk = ENTRY#<sequence>     never changed, never removed
 *   how far it got           pk = AUDIT#<client or *>  sk = HEAD                 its version guards the next entry
 */
import { beginningOf, continued } from '#shared/domain/audit/chain.ts';
import { type AuditAction, AuditEntry, AuditHead } from '#shared/domain/audit/entry.ts';
import { type Change, type Key, queryAll, type TableReader } from '#shared/ports/table.ts';

const partition = (scope: string) => `AUDIT#${scope}`;
const headKey = (scope: string): Key => ({ pk: partition(scope), sk: 'HEAD' });
const entryKey = ({ scope, sequence }: AuditEntry): Key => ({
  pk: partition(scope),
  sk: `ENTRY#${String(sequence).padStart(9, '0')}`,
});

export const auditTrail = {
  /**
   * The changes that record actions of one client, in this order; to be committed together with what they record. The commit
   * conflicts when the chain grew meanwhile: read, decide and commit again.
   */
  async record(table: TableReader, ...actions: readonly [AuditAction, ...AuditAction[]]): Promise<Change[]> {
    const [{ scope }] = actions;
    const found = await table.get(headKey(scope));
    let head: AuditHead = found ? AuditHead.parse(found) : beginningOf(scope);
    const changes: Change[] = [];
    for (const action of actions) {
      const entry = await continued(head, action);
      head = { scope, sequence: entry.sequence, hash: entry.hash };
      changes.push({
        put: { ...entryKey(entry), entity: 'audit-entry', ...AuditEntry.parse(entry) },
        require: 'absent',
      });
    }
    const require = found ? ({ version: found.version } as const) : 'absent';
    return [...changes, { put: { ...headKey(scope), entity: 'audit-head', ...head }, require }];
  },

  async of(table: TableReader, scope: string): Promise<AuditEntry[]> {
    const found: AuditEntry[] = [];
    for await (const item of queryAll(table, { partition: partition(scope), prefix: 'ENTRY#' }))
      found.push(AuditEntry.parse(item));
    return found;
  },

  async head(table: TableReader, scope: string): Promise<AuditHead | undefined> {
    const found = await table.get(headKey(scope));
    return found && AuditHead.parse(found);
  },

  /** What can still be read of a chain, and the places of entries that cannot: for who verifies it. */
  async remains(table: TableReader, scope: string) {
    const entries: AuditEntry[] = [];
    const unreadable: number[] = [];
    for await (const item of queryAll(table, { partition: partition(scope), prefix: 'ENTRY#' })) {
      const entry = AuditEntry.safeParse(item);
      if (entry.success) entries.push(entry.data);
      else unreadable.push(Number(item.sk.slice('ENTRY#'.length)));
    }
    const head = AuditHead.safeParse(await table.get(headKey(scope)));
    // The head of another chain is none of this one's.
    return { entries, unreadable, head: head.success && head.data.scope === scope ? head.data : undefined };
  },
};
