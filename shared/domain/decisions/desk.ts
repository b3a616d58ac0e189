import type { IsoDate } from '../values/iso-date.ts';
import type { WaitingDecision } from './decision.ts';

/** More decisions a day than this are not made well. */
export const mostADay = 5;

export interface Desk {
  /** Best first. */
  readonly today: readonly WaitingDecision[];
  /** How many wait for another day. */
  readonly later: number;
  /** How many sleep until a day the operator chose. */
  readonly snoozed: number;
}

/** What to decide today: what matters most and is surest first, together with those already decided at most five. */
export function deskOf(waiting: readonly WaitingDecision[], decidedToday: number, today: IsoDate): Desk {
  const current = waiting.filter(({ until }) => until >= today);
  const awake = current.filter(({ snoozedUntil }) => snoozedUntil === undefined || snoozedUntil <= today);
  const best = awake.toSorted((a, b) => weight(b) - weight(a) || (a.decisionId < b.decisionId ? -1 : 1));
  const places = Math.max(0, mostADay - decidedToday);
  return {
    today: best.slice(0, places),
    later: Math.max(0, best.length - places),
    snoozed: current.length - awake.length,
  };
}

const weight = ({ urgency, confidence }: WaitingDecision) => urgency * confidence;
