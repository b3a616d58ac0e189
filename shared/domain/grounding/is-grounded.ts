import type { Claim } from './claim.ts';
import type { GroundedFact } from './grounded-fact.ts';
import type { Shown } from './shown.ts';
import { holds, sameStretch } from './stretch.ts';
import { calendarUnits } from './units.ts';

/** Whether one fact shows the whole claim, its sign and unit included; or what it may say without them. */
export function isGrounded(claim: Claim, shown: readonly Shown[]): boolean {
  const { core, unit } = claim;
  if (shown.some((place) => holds(place, claim))) return true;
  if (!core) return false;
  return shown.some(
    (place) =>
      (holds(place, core) && isName(place)) ||
      (core.start === claim.start && sameStretch(place, core) && counts(place.fact, unit)),
  );
}

/** The digits of "Big 12" and "October 2026" count nothing: what follows them is no unit. */
const isName = ({ fact }: Shown) => !fact || ['name', 'month', 'date', 'moment'].includes(fact.kind);

const ofCalendar = new RegExp(`^(?:${calendarUnits})$`);

/** A plain count may count years if it says so of itself. */
function counts(fact: GroundedFact | undefined, unit: string | undefined): boolean {
  if (fact?.kind !== 'count' || !unit || !ofCalendar.test(unit)) return false;
  const plural = unit.endsWith('s') ? unit : `${unit}s`;
  return `${fact.id} ${fact.says}`
    .toLowerCase()
    .split(/[^a-z]+/)
    .includes(plural);
}
