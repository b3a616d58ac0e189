import type { AuditAction, AuditEntry, AuditHead } from './entry.ts';

/** Where a chain is broken, and how. */
export interface Break {
  readonly sequence: number;
  readonly problem:
    | 'changed'
    | 'missing'
    | 'unreadable'
    | 'out of place'
    | 'cut off'
    | 'head missing'
    | 'rewritten since last verified';
}

/** Where every chain begins. */
export const beginningOf = (scope: string): AuditHead => ({ scope, sequence: 0, hash: '0'.repeat(64) });

/** The entry that continues a chain: its hash covers what it says, its place, and through `previous` all before it. */
export async function continued(head: AuditHead, action: AuditAction): Promise<AuditEntry> {
  const entry = { ...action, sequence: head.sequence + 1, previous: head.hash };
  return { ...entry, hash: await hashOf(entry) };
}

/**
 * What is wrong with a chain as it was read, by sequence; nothing when it is whole. `anchor` is a head noted earlier in
 * another place: who could rewrite both the chain and its head still cannot rewrite that. `unreadable` says where an entry
 * stands that is damaged beyond reading.
 */
export async function breaksIn(
  entries: readonly AuditEntry[],
  head: AuditHead | undefined,
  anchor?: AuditHead,
  unreadable: readonly number[] = [],
): Promise<Break[]> {
  const breaks: Break[] = unreadable.map((sequence) => ({ sequence, problem: 'unreadable' }));
  let before = beginningOf(head?.scope ?? '');
  for (const entry of entries) {
    const { sequence, previous, hash, scope } = entry;
    if (sequence <= before.sequence) breaks.push({ sequence, problem: 'out of place' });
    else if (sequence > before.sequence + 1) breaks.push(...missingBetween(before.sequence, sequence, unreadable));
    else if (previous !== before.hash) breaks.push({ sequence, problem: 'changed' });
    if ((head && scope !== head.scope) || (await hashOf(entry)) !== hash) breaks.push({ sequence, problem: 'changed' });
    before = { scope, sequence, hash };
  }
  if (!head && entries.length > 0) breaks.push({ sequence: before.sequence, problem: 'head missing' });
  if (head && (head.sequence !== before.sequence || head.hash !== before.hash))
    breaks.push({ sequence: head.sequence, problem: 'cut off' });
  if (anchor && anchor.sequence > 0 && hashAt(entries, anchor.sequence) !== anchor.hash)
    breaks.push({ sequence: anchor.sequence, problem: 'rewritten since last verified' });
  return breaks;
}

/** The first entry that is gone; not one that is there but unreadable. */
const missingBetween = (last: number, next: number, unreadable: readonly number[]): Break[] => {
  for (let sequence = last + 1; sequence < next; sequence += 1)
    if (!unreadable.includes(sequence)) return [{ sequence, problem: 'missing' }];
  return [];
};

const hashAt = (entries: readonly AuditEntry[], sequence: number) =>
  entries.find((entry) => entry.sequence === sequence)?.hash;

/** SHA-256 over the fields in one fixed order, each with its length told by JSON. */
async function hashOf(entry: Omit<AuditEntry, 'hash'>): Promise<string> {
  const { scope, sequence, previous, at, by, act, person, about, detail = {} } = entry;
  const details = Object.entries(detail).sort(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify([1, scope, sequence, previous, at, by, act, person ?? null, about ?? null, details]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
