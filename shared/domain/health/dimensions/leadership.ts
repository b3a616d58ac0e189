import type { LeadershipChange, LeadershipRole } from '../../facts/leadership.ts';
import { daysBetween, type IsoDate } from '../../values/iso-date.ts';
import type { Evidence } from '../assessment.ts';
import { along } from '../curve.ts';
import type { Dossier } from '../dossier.ts';
import { leadershipRule } from '../model.ts';
import { type Measurement, type Reading, readSignals } from '../reading.ts';
import { sayCount, sayDate } from '../wording.ts';

/** Are the people who carry the relationship still there? Each change takes its share at once and gives it back with time. */
export function readLeadership(dossier: Dossier): Reading {
  const posts = latestChanges(dossier);
  const measured = posts.length === 0 ? undefined : measure(posts, dossier);
  return readSignals('leadership', [{ weight: 1, measured }]);
}

function measure(posts: readonly LeadershipChange[], { client, asOf }: Dossier): Measurement {
  const firm = posts.map((post) => {
    const firmness = along(leadershipRule.firmness[post.change], daysBetween(post.date, asOf)) / 100;
    return 1 - restsOn(post.role, client.memberSchools) * (1 - firmness);
  });
  const roles = new Set(posts.map(({ role }) => role));
  return {
    score: 100 * firm.reduce((product, left) => product * left, 1),
    confidence: [...roles].reduce((sum, role) => sum + leadershipRule.known[role], 0),
    evidence: posts.map(
      (post): Evidence => ({
        says: sayPost(post, asOf),
        facts: 1,
        from: post.date,
        to: asOf,
        of: { types: ['leadership.changed'], role: post.role, ...(post.school ? { school: post.school } : {}) },
      }),
    ),
  };
}

function restsOn(role: LeadershipRole, memberSchools: number): number {
  if (role !== 'athletic-director') return leadershipRule.restsOn[role];
  const { schools, most } = leadershipRule.restsOnSchools;
  return Math.min(most, schools / memberSchools);
}

const sequence = ['departure-announced', 'departed', 'appointed'] as const;

/** What was last heard of each post, most recent news first. On one day an appointment follows the departure it answers. */
function latestChanges({ facts }: Dossier): LeadershipChange[] {
  const posts = new Map<string, LeadershipChange>();
  for (const { detail } of facts['leadership.changed']) {
    const post = `${detail.role}#${detail.school ?? ''}`;
    const known = posts.get(post);
    if (!known || detail.date > known.date || sequence.indexOf(detail.change) >= sequence.indexOf(known.change))
      posts.set(post, detail);
  }
  return [...posts.values()].toSorted(
    (a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0) || (a.role < b.role ? -1 : 1),
  );
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
