import type { LeadershipChange } from '../../facts/leadership.ts';
import type { Dossier } from '../../health/dossier.ts';
import type { MonthOfUse } from '../../health/history.ts';
import { firmnessOf } from '../../leadership/firmness.ts';
import { byPost } from '../../leadership/leaders.ts';
import { daysBetween } from '../../values/iso-date.ts';

/** How firmly the leaders of a client stand at the end of each month, 0 to 1; undefined before any is known. Shares multiply, so every loss is felt. */
export function firmnessByMonth({ facts, client }: Dossier, months: readonly MonthOfUse[]): (number | undefined)[] {
  const posts = byPost(facts['leadership.changed'].map(({ detail }) => detail));
  return months.map(({ to }) => {
    let firmness: number | undefined;
    for (const changes of posts) {
      const last: LeadershipChange | undefined = changes.findLast(({ date }) => date <= to);
      if (!last) continue;
      const { role, change, date } = last;
      firmness = (firmness ?? 1) * firmnessOf(role, change, daysBetween(date, to), client.memberSchools);
    }
    return firmness;
  });
}
