import type { Evidence } from '../assessment.ts';
import { daysLateOn } from '../bills.ts';
import { sayCount, sayDollars, sayNumber } from '../wording.ts';
import type { Told } from './evidence-of.ts';

const billing = { types: ['invoice.issued' as const, 'invoice.paid' as const] };

/** The invoice that has been overdue longest. */
export function sayOverdue({ dossier }: Told): Evidence[] {
  const { asOf, bills } = dossier;
  const from = bills.map(({ date }) => date).sort()[0];
  if (!from) return [];
  const overdue = bills.filter((bill) => !bill.paidOn && daysLateOn(bill, asOf) > 0);
  const worst = Math.max(0, ...overdue.map((bill) => daysLateOn(bill, asOf)));
  const owed = overdue.reduce((sum, { amountCents }) => sum + amountCents, 0) / 100;
  const says =
    overdue.length === 0
      ? 'No invoice is overdue'
      : `${sayCount(overdue.length, 'invoice')} overdue (${sayDollars(owed)}), the longest by ${sayCount(worst, 'day')}`;
  return [{ says, facts: bills.length, from, to: asOf, of: billing }];
}

/** How late the invoices that fell due in the last twelve months were paid, or still are. */
export function sayHabit({ dossier }: Told): Evidence[] {
  const { asOf, months, bills } = dossier;
  const since = months[11]?.from ?? asOf;
  const due = bills.filter(({ dueDate }) => dueDate >= since && dueDate <= asOf);
  const from = due.map(({ date }) => date).sort()[0];
  if (!from) return [];
  const late = due.reduce((sum, bill) => sum + daysLateOn(bill, asOf), 0) / due.length;
  const says = `${sayCount(due.length, 'invoice')} fell due in a year, ${late === 0 ? 'none late' : `${daysLate(late)} late on average`}`;
  return [{ says, facts: due.length, from, to: asOf, of: billing }];
}

const daysLate = (days: number) => `${sayNumber(days)} ${sayNumber(days) === '1' ? 'day' : 'days'}`;
