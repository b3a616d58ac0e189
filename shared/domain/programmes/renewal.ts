import { budgetCalendarOf, monthsBefore } from '../figures/budget-lock.ts';
import { stated } from '../figures/stated.ts';
import { contractSource } from '../figures/year-so-far.ts';
import type { GroundedFact } from '../grounding/grounded-fact.ts';
import { sayDate } from '../health/wording.ts';
import { firstDay, type IsoDate, lastDay } from '../values/iso-date.ts';
import { type Proposal, proposeTo } from './proposal.ts';
import { recipientsFor } from './recipients.ts';
import type { Situation } from './situation.ts';
import { workingDayFrom } from './working-days.ts';

/**
 * The letters on the way to a renewal, by the month before the fiscal year ends: for a year that ends in June the return
 * on the contract in February, the proposal in April, the decision in May (source: domain-facts.md, "Budget").
 */
const letters = [
  { step: 'roi', monthsBefore: 4, because: 'The budget is being drafted: the return on the contract belongs in it' },
  { step: 'proposal', monthsBefore: 2, because: 'The proposal is due' },
  { step: 'decision', monthsBefore: 1, because: 'The decision falls at the spring meeting' },
] as const;

const most = 3;

/** Renewal letters, counted back from the budget lock before the contract's end, to those who decide and pay. */
export function renewalLetter(situation: Situation): Proposal[] {
  const { record, contacts, policies, calendar } = situation;
  const { client, contract } = record;
  const budget = contract && budgetCalendarOf(client, contract);
  if (!contract || !budget) return [];
  const to = recipientsFor(policies['renewal-letter'].audience, contacts, { prefer: 'decisionMaker', most });
  return letters.flatMap(({ step, monthsBefore: months, because }) => {
    const month = monthsBefore(budget.fiscalYearEnd, months);
    if (firstDay(month) <= contract.start) return [];
    return proposeTo(situation, {
      kind: 'renewal-letter',
      to,
      occasion: `${step}-${contract.end}`,
      because: `${because}; the budget locks on ${sayDate(budget.lock)}, the contract ends on ${sayDate(contract.end)}.`,
      from: workingDayFrom(firstDay(month), calendar.blackouts),
      through: lastDay(month),
      strict: true,
      facts: datesOf([contractSource(contract), `client:${client.clientId}`], record.today, [
        ['contract.end', 'Last day of the contract', contract.end],
        ['budget.lock', 'Last day for a number in the draft budget', budget.lock],
        ['proposal.due', 'When the renewal proposal is due', budget.proposalDue],
      ]),
    });
  });
}

/** Those that are not over. */
const datesOf = (
  sources: string[],
  today: IsoDate,
  dates: readonly (readonly [string, string, IsoDate])[],
): GroundedFact[] =>
  dates.flatMap(([id, says, date]) => (date < today ? [] : [stated(id, says, sources, { kind: 'date', date })]));
