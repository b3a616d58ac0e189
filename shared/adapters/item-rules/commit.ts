import { AppError } from '#shared/domain/errors.ts';
import type { Change, Item, Key, NewItem } from '#shared/ports/table.ts';
import { tableDescription } from '#shared/store/table.ts';
import { checkKey, keyOf, sizeOfItem } from './item.ts';

const { versionAttribute, limits } = tableDescription;

/**
 * Throws unless every engine can take these changes together: `table.bad-change`, `table.too-large` (an item over 400 KB
 * or all of them over 4 MB) or `table.too-many-changes` (over 100, or a key twice).
 */
export function checkCommit(changes: readonly Change[]): void {
  const keys = new Set(changes.map((change) => JSON.stringify([keyChanged(change).pk, keyChanged(change).sk])));
  if (changes.length > limits.changes || keys.size < changes.length)
    throw new AppError('table.too-many-changes', { changes: changes.length, keys: keys.size });
  let bytes = 0;
  for (const change of changes) {
    checkGuard(change);
    if ('put' in change) bytes += sizeOfItem(change.put);
    else checkKey(keyChanged(change));
  }
  if (bytes > limits.commitBytes) throw new AppError('table.too-large', { bytes });
}

/** The key that a change is about. */
export const keyChanged = (change: Change): Key =>
  keyOf('put' in change ? change.put : 'delete' in change ? change.delete : change.check);

/** The item as it is stored: with the version that its requirement leads to, whatever version the caller's copy had. */
export const itemStored = (put: NewItem, require: Guard): Item => ({
  ...put,
  [versionAttribute]: nextVersion(require),
});

type Guard = Change['require'];

const nextVersion = (require: Guard) => (require === 'any' ? 0 : require === 'absent' ? 1 : require.version + 1);

function checkGuard(change: Change): void {
  if (typeof change.require === 'string') return;
  const { version } = change.require;
  if (!Number.isSafeInteger(version) || version < 1)
    throw new AppError('table.bad-change', {
      key: keyChanged(change),
      version,
      problem: 'is not a version to guard by',
    });
}
