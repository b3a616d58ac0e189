import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import { monthOf, monthsBetween } from '#shared/domain/values/iso-date.ts';
import { numberOf } from '../prose.ts';
import { promiseKept } from './promise.ts';

export type Advice = 'behind-promise' | 'budget' | 'weakest-feature' | 'adoption' | 'keep-going';

/** Facts one of which is enough to recommend something. */
export const adviceFacts = ['savings.against-promise', 'budget.lock', 'feature.weakest', 'adoption.share'] as const;

/** A feature used by more of the people than this is not the thing to talk about. */
const wellUsed = 0.6;
/** The goal for adoption within six months of go-live. */
const adopted = 0.9;
/** A budget is drafted in these months before it locks (domain-facts.md). */
const draftMonths = 3;

/**
 * The one thing to recommend: what costs the client most comes first. A missed promise, then a budget about to lock, then
 * the feature that is used least, then adoption. Undefined when the facts say nothing about any of these.
 */
export function adviceFor(facts: FactSheet): Advice | undefined {
  if (promiseKept(facts) === false) return 'behind-promise';
  if (locksSoon(facts) && (facts.has('savings.year') || facts.has('hours.year'))) return 'budget';
  const weakest = numberOf(facts, 'feature.weakest.share');
  if (facts.has('feature.weakest') && (weakest === undefined || weakest < wellUsed)) return 'weakest-feature';
  const adoption = numberOf(facts, 'adoption.share');
  if (adoption !== undefined && adoption < adopted) return 'adoption';
  return adviceFacts.some((id) => facts.has(id)) ? 'keep-going' : undefined;
}

/** Whether the budget is being drafted now: it locks after the month the mail is about, within three months. */
function locksSoon(facts: FactSheet): boolean {
  const [lock, about] = [facts.get('budget.lock'), facts.get('month')];
  if (lock?.kind !== 'date' || about?.kind !== 'month') return false;
  const ahead = monthsBetween(about.month, monthOf(lock.date));
  return ahead > 0 && ahead <= draftMonths;
}
