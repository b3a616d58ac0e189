import type { LeadershipChange, LeadershipRole } from '../../facts/leadership.ts';
import { latestOfEachPost } from '../../leadership/leaders.ts';
import { daysBetween, type IsoDate } from '../../values/iso-date.ts';
import type { Evidence } from '../assessment.ts';
import { sayCount, sayDate } from '../wording.ts';
import type { Told } from './evidence-of.ts';

/** What was last heard of each post, most recent news first. */
export function sayLeaders({ dossier: { facts, asOf } }: Told): Evidence[] {
  const changes = facts['leadership.changed'].map(({ detail }) => detail);
  return latestOfEachPost(changes)
    .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0) || (a.role < b.role ? -1 : 1))
    .map((post) => ({
      says: sayPost(post, asOf),
      facts: 1,
      from: post.date,
      to: asOf,
      of: { types: ['leadership.changed'], role: post.role, ...(post.school ? { school: post.school } : {}) },
    }));
}

function sayPost({ role, school, change, date }: LeadershipChange, asOf: IsoDate): string {
  const who = `${roleNames[role]}${school ? ` of ${school}` : ''}`;
  const days = daysBetween(date, asOf);
  const since = days < 60 ? sayCount(days, 'day') : sayCount(Math.floor(days / 30.44), 'month');
  const news = {
    'departure-announced': `departure announced on ${sayDate(date)}, ${since} ago`,
    departed: `left on ${sayDate(date)}, no successor known for ${since}`,
    appointed: `in office since ${sayDate(date)} (${since})`,
  };
  return `${who}: ${news[change]}`;
}

const roleNames: Readonly<Record<LeadershipRole, string>> = {
  commissioner: 'Commissioner',
  'deputy-commissioner': 'Deputy commissioner',
  'athletic-director': 'Athletic director',
  'scheduling-associate': 'Scheduling associate',
};
