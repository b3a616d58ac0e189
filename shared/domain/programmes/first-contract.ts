import type { TrackRecord } from '../figures/track-record.ts';
import { addDays, monthOf } from '../values/iso-date.ts';

/** Whether the contract is the client's first, as far as reports tell: a renewed client used the products long before it. */
export function isFirstContract({ contract, reports }: TrackRecord): boolean {
  if (!contract) return false;
  const before = monthOf(addDays(contract.start, -60));
  return ![...reports.flextime.keys(), ...reports.heliix.keys()].some((month) => month < before);
}
