import type { LeadershipChange } from '../../facts/leadership.ts';
import type { Dossier } from '../../health/dossier.ts';
import type { MonthOfUse } from '../../health/history.ts';
import { firmnessOf } from '../../leadership/firmness.ts';
import { latestOfEachPost } from '../../leadership/leaders.ts';
import { daysBetween, type IsoDate } from '../../values/iso-date.ts';

/** How firmly the leaders of a client stand at the end of each month, 0 to 1; undefined before any is known. */
export function firmnessByMonth({ facts, client }: Dossier, months: readonly MonthOfUse[]): (number | undefined)[] {
  const changes = facts['leadership.changed'].map(({ detail }) => detail);
  return months.map(({ to }) => {
    const posts = latestPosts(changes, to);
    if (posts.length === 0) return undefined;
    return posts.reduce(
      (left, { role, change, date }) => left * firmnessOf(role, change, daysBetween(date, to), client.memberSchools),
      1,
    );
  });
}

/** What was last heard of each post by a day. Shares multiply, so every loss is felt. */
export const latestPosts = (changes: readonly LeadershipChange[], by: IsoDate) =>
  latestOfEachPost(changes.filter(({ date }) => date <= by));
