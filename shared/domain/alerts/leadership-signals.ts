import type { Client } from '../clients/client.ts';
import type { LeadershipChange, LeadershipRole } from '../facts/leadership.ts';
import { sayCount, sayDate } from '../health/wording.ts';
import { latestOfEachPost } from '../leadership/leaders.ts';
import { daysBetween, type IsoDate } from '../values/iso-date.ts';
import { causeKey } from './cause.ts';
import type { Signal } from './decide-alerts.ts';
import { keyRoles, leadershipPlay } from './leadership-plays.ts';

/** A change known only after this many days is history: nobody is met in the first 30 days any more. */
const daysOfNews = 120;
/** A successor who has worked with us for a whole play is settled. */
const daysToSettle = 90;

/**
 * What the latest change of each post says: news opens the 30/60/90-day play, urgent where the relationship rests on the
 * person; a successor 90 days in office ends it. A vacancy keeps it open. `changes` are those of the last 120 days or more.
 */
export const leadershipSignals = (client: Client, changes: readonly LeadershipChange[], today: IsoDate): Signal[] =>
  latestOfEachPost(changes).flatMap((change) => signalOf(client, change, today));

function signalOf(client: Client, latest: LeadershipChange, today: IsoDate): Signal[] {
  const { role, school, change, date } = latest;
  const cause = {
    kind: 'leadership-change',
    role,
    ...(school && { school }),
    change,
    date,
    says: sentence(client, latest),
  } as const;
  const days = daysBetween(date, today);
  if (change === 'appointed' && days >= daysToSettle)
    return [
      {
        state: 'calm',
        key: causeKey(cause),
        because: `In office since ${sayDate(date)}, for ${sayCount(days, 'day')}.`,
      },
    ];
  if (days > daysOfNews) return [];
  const play = leadershipPlay(change, date > today ? date : today);
  const urgent = keyRoles.includes(role);
  return [
    {
      state: 'alarm',
      cause,
      severity: urgent ? 'urgent' : 'warning',
      evidence: [`${client.name}: ${said[change]} on ${sayDate(date)}.`],
      play,
      dueOn: play.steps[0]?.dueOn ?? today,
      tell: urgent,
    },
  ];
}

const roleNames: Readonly<Record<LeadershipRole, string>> = {
  commissioner: 'commissioner',
  'deputy-commissioner': 'deputy commissioner',
  'athletic-director': 'athletic director',
  'scheduling-associate': 'scheduling associate',
};

const said: Readonly<Record<LeadershipChange['change'], string>> = {
  'departure-announced': 'departure announced',
  departed: 'departed',
  appointed: 'appointed',
};

function sentence({ name }: Client, { role, school, change, date }: LeadershipChange): string {
  const who = `${roleNames[role]} of ${school === undefined ? name : `${school} (${name})`}`;
  const on = sayDate(date);
  return {
    'departure-announced': `The ${who} announced a departure on ${on}.`,
    departed: `The ${who} left on ${on}.`,
    appointed: `A new ${who} took office on ${on}.`,
  }[change];
}
