import type { LeadershipChange, LeadershipRole } from '../facts/leadership.ts';
import { daysBetween, type IsoDate } from '../values/iso-date.ts';
import { postOf } from './post.ts';

/** One post at a client and who holds it, as far as it was told. No names: a role and, for athletic directors, a school. */
export interface Leader {
  readonly role: LeadershipRole;
  readonly school: string | undefined;
  readonly state: 'in-office' | 'leaving' | 'vacant' | 'unknown';
  /** When the holder took office; undefined when nobody told us, and for a vacant post. */
  readonly since: IsoDate | undefined;
  /** Whole days in office. */
  readonly tenureDays: number | undefined;
  /** When the departure was announced, of one who is leaving. */
  readonly leavingSince: IsoDate | undefined;
  /** When the last holder left, of a vacant post. */
  readonly vacantSince: IsoDate | undefined;
}

/** The posts every conference has one of; shown even when nothing is known of them. */
const alwaysShown: readonly LeadershipRole[] = ['commissioner', 'deputy-commissioner', 'scheduling-associate'];
const order: readonly LeadershipRole[] = [...alwaysShown, 'athletic-director'];

/**
 * Who leads a client on a day: commissioner, deputy, scheduling associate, then athletic directors by school. Changes dated
 * later are left out; their order and repetition do not matter.
 */
export function leadersOf(changes: readonly LeadershipChange[], asOf: IsoDate): Leader[] {
  const told = changes.filter(({ date }) => date <= asOf);
  const posts = Map.groupBy(told, postOf);
  const unknown = alwaysShown.filter((role) => !told.some((change) => change.role === role));
  return [
    ...[...posts.values()].flatMap((ofPost) => leaderAfter(inOrder(ofPost), asOf)),
    ...unknown.map((role): Leader => ({ role, school: undefined, state: 'unknown', ...nothing })),
  ].sort(
    (a, b) =>
      order.indexOf(a.role) - order.indexOf(b.role) ||
      (a.school ?? '').localeCompare(b.school ?? '', 'en', { numeric: true }),
  );
}

/** The last thing told of each post, the order of the changes not mattering. */
export const latestOfEachPost = (changes: readonly LeadershipChange[]): LeadershipChange[] =>
  byPost(changes).flatMap((ofPost) => ofPost.at(-1) ?? []);

/** Everything told of each post, oldest first. */
export const byPost = (changes: readonly LeadershipChange[]): LeadershipChange[][] =>
  [...Map.groupBy(changes, postOf).values()].map(inOrder);

const nothing = { since: undefined, tenureDays: undefined, leavingSince: undefined, vacantSince: undefined };

function leaderAfter(changes: readonly LeadershipChange[], asOf: IsoDate): Leader[] {
  let state: Pick<Leader, 'state' | 'since' | 'leavingSince' | 'vacantSince'> = { state: 'unknown', ...nothing };
  for (const { change, date } of changes) {
    if (change === 'appointed') state = { ...nothing, state: 'in-office', since: date };
    else if (change === 'departed') state = { ...nothing, state: 'vacant', vacantSince: date };
    else state = { ...nothing, state: 'leaving', since: state.since, leavingSince: date };
  }
  const tenureDays = state.since === undefined ? undefined : daysBetween(state.since, asOf);
  return changes.slice(-1).map(({ role, school }) => ({ role, school, ...state, tenureDays }));
}

/** Oldest first. On one day a departure follows its announcement, and an appointment the departure it answers. */
const inOrder = (changes: readonly LeadershipChange[]) =>
  changes.toSorted(
    (a, b) =>
      (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || sequence.indexOf(a.change) - sequence.indexOf(b.change),
  );
const sequence: readonly LeadershipChange['change'][] = ['departure-announced', 'departed', 'appointed'];
