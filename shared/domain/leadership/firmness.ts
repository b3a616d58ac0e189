import type { LeadershipChange, LeadershipRole } from '../facts/leadership.ts';
import { along, type Curve } from '../health/curve.ts';

/**
 * How firmly a post stands behind us, 0 to 100, by the days since the last news of it: news counts at once, time heals. A
 * successor is met in 30 days, won in 60 and works with us in 90 (the play), and is settled after a full sporting year
 * (health-model.md, 5; the figures are a judgement).
 */
const firmnessAfter: Readonly<Record<LeadershipChange['change'], Curve>> = {
  'departure-announced': { x: [0], y: [40] },
  departed: { x: [0, 180, 365], y: [10, 25, 35] },
  appointed: { x: [0, 30, 60, 90, 180, 365, 730], y: [40, 45, 50, 60, 75, 95, 100] },
};

/**
 * The share of the relationship that rests on one person. A departing commissioner alone must be able to move the band
 * (health-model.md, 5); one or two associates own scheduling (domain-facts.md), a single thread.
 */
const restsOn: Readonly<Record<Exclude<LeadershipRole, 'athletic-director'>, number>> = {
  commissioner: 0.8,
  'scheduling-associate': 0.6,
  'deputy-commissioner': 0.35,
};

/**
 * An athletic director carries one school of many. One in 12 to 16 leaves nearly every year (domain-facts.md), which must be
 * felt and must not keep a large conference from "excellent".
 */
const restsOnDirector = (memberSchools: number) => 1 / memberSchools;

/** What is left of the relationship, 0 to 1, by the last news of one post and the days since. */
export function firmnessOf(
  role: LeadershipRole,
  change: LeadershipChange['change'],
  days: number,
  memberSchools: number,
): number {
  const share = role === 'athletic-director' ? restsOnDirector(memberSchools) : restsOn[role];
  return 1 - share * (1 - along(firmnessAfter[change], days) / 100);
}

interface Director {
  readonly adTenureMonths?: number | undefined;
  readonly adDepartureAnnounced?: boolean | undefined;
}

/** The same where a record knows one sponsor only: its athletic director, on whom as much rests as on a commissioner. */
export function directorFirmness({ adTenureMonths, adDepartureAnnounced }: Director = {}): number | undefined {
  if (adTenureMonths === undefined) return undefined;
  return firmnessOf(
    'commissioner',
    adDepartureAnnounced ? 'departure-announced' : 'appointed',
    adTenureMonths * 30.44,
    1,
  );
}
