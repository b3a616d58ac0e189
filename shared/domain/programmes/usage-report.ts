import { sayMonthAndYear } from '../figures/stated.ts';
import { lastWholeMonth } from '../figures/tally.ts';
import { usageFigures } from '../figures/usage.ts';
import { addDays, firstDay, monthNumber, monthOf } from '../values/iso-date.ts';
import { type Proposal, proposeTo } from './proposal.ts';
import { recipientsFor } from './recipients.ts';
import type { Situation } from './situation.ts';
import { tempos } from './tempo.ts';
import { workingDayFrom } from './working-days.ts';

const most = 3;
/** The fifteenth, when the reviews are out. */
const middle = 14;
const days = 7;

/** In the middle of a month, to those who use the products most: what they did with them in the month before, if known. */
export function usageReport(situation: Situation): Proposal[] {
  const { record, contacts, policies, calendar } = situation;
  const { client, today } = record;
  const month = lastWholeMonth(today);
  const from = workingDayFrom(addDays(firstDay(monthOf(today)), middle), calendar.blackouts);
  const isTime = (monthNumber(month) - 1) % tempos[client.type].usageReportEvery === 0;
  if (!isTime || today < from || usageFigures(record, month).length === 0) return [];
  const audience = recipientsFor(policies['usage-report'].audience, contacts, { prefer: 'powerUser', most });
  return proposeTo(situation, {
    kind: 'usage-report',
    to: audience.filter(({ powerUser }) => powerUser),
    occasion: month,
    because: `The use of ${sayMonthAndYear(month)} is known, and those who did the work are told in the middle of the month.`,
    from,
    through: addDays(from, days),
  });
}
