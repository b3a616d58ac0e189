import type { Alert } from '../alerts/alert.ts';

/** Facts whose words others chose: what people wrote, what was copied from them, and the names of schools. */
const ids = /^(?:quote|preference|promise|step)\.\d+$|^leadership\.(?:evidence\.\d+|cause)$/;

/**
 * Whether a fact holds words that others chose. A Writer may cite it by its id, and never reads it: whatever it orders, nobody
 * obeys. Reasons for a rejection are none of these, for the operator writes them to be read.
 */
export function isForeign(id: string, alerts: readonly Alert[]): boolean {
  const [, nth] = /^alert\.(\d+)$/.exec(id) ?? [];
  const cause = nth === undefined ? undefined : alerts[Number(nth) - 1]?.cause;
  return ids.test(id) || (cause?.kind === 'leadership-change' && cause.school !== undefined);
}
