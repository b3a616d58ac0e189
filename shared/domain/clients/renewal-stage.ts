import { daysBetween, type IsoDate } from '../values/iso-date.ts';

export type RenewalStage = 'early' | 'active' | 'negotiation' | 'expired';

/**
 * Where the contract clock stands: early (over 6 months, 184 days, out), active (3 to 6), negotiation (under 3, 91 days).
 * `expired` says that the end has passed and nobody recorded a signature. Source: mission.md.
 */
export function renewalStage(today: IsoDate, contractEnd: IsoDate): RenewalStage {
  const days = daysBetween(today, contractEnd);
  if (days < 0) return 'expired';
  if (days < 91) return 'negotiation';
  return days <= 184 ? 'active' : 'early';
}
