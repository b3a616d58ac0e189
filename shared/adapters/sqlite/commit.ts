import type { DatabaseSync } from 'node:sqlite';
import { AppError } from '#shared/domain/errors.ts';
import type { Change } from '#shared/ports/table.ts';
import { tableDescription } from '#shared/store/table.ts';
import { checkCommit, itemStored, keyChanged } from '../item-rules/commit.ts';
import { live } from './sql.ts';
import { transaction } from './transaction.ts';

/** Commits changes and the stream entries of the items they insert in one transaction, or throws and leaves no trace. */
export function committer(database: DatabaseSync, now: () => number): (changes: readonly Change[]) => void {
  const versionOf = database.prepare(`SELECT version FROM items WHERE pk = ? AND sk = ? AND ${live}`);
  const put = database.prepare(
    'INSERT OR REPLACE INTO items (pk, sk, version, expiresAt, item) VALUES (?, ?, ?, ?, ?)',
  );
  const remove = database.prepare('DELETE FROM items WHERE pk = ? AND sk = ?');
  const append = database.prepare('INSERT INTO stream (item) VALUES (?)');

  /** Whether the requirement held, so that the change was made. */
  function make(change: Change, at: number): boolean {
    const { pk, sk } = keyChanged(change);
    const found = versionOf.get(pk, sk, at)?.version;
    if (!holds(change.require, found)) return false;
    if ('delete' in change) remove.run(pk, sk);
    if ('put' in change) {
      const item = itemStored(change.put, change.require);
      const text = JSON.stringify(item);
      put.run(pk, sk, item.version, item.expiresAt ?? null, text);
      if (found === undefined && item[tableDescription.stream.attribute] === true) append.run(text);
    }
    return true;
  }

  return (changes) => {
    checkCommit(changes);
    if (changes.length === 0) return;
    transaction(database, () => {
      const at = now();
      const refused = changes.filter((change) => !make(change, at));
      if (refused.length > 0) throw new AppError('table.conflict', { keys: refused.map(keyChanged) });
    });
  };
}

function holds(require: Change['require'], found: unknown): boolean {
  if (require === 'any') return true;
  return require === 'absent' ? found === undefined : found === require.version;
}
