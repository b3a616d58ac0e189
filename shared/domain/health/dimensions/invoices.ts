import type { InvoiceIssue } from '../../facts/billing.ts';
import { daysBetween, type IsoDate } from '../../values/iso-date.ts';
import { along } from '../curve.ts';
import { type Dossier, latestBy } from '../dossier.ts';
import { financialRule } from '../model.ts';
import type { Measurement } from '../reading.ts';
import { sayCount, sayDollars, sayNumber } from '../wording.ts';

/** An invoice and how late it was, or is, on a day; 0 when it was paid in time or is not due yet. */
interface Bill extends InvoiceIssue {
  readonly paid: boolean;
  readonly daysLate: number;
}

/** Every invoice known, by due date. */
export function billsOf({ facts, asOf }: Dossier): Bill[] {
  const issues = latestBy(facts['invoice.issued'], ({ detail }) => detail.invoiceId);
  const payments = latestBy(facts['invoice.paid'], ({ detail }) => detail.invoiceId);
  const bills = [...issues.values()].map(({ detail }) => {
    const paidOn = payments.get(detail.invoiceId)?.detail.date;
    const daysLate = Math.max(0, daysBetween(detail.dueDate, paidOn ?? asOf));
    return { ...detail, paid: paidOn !== undefined, daysLate };
  });
  return bills.sort((a, b) => (a.dueDate < b.dueDate ? -1 : 1));
}

/** The invoice that has been overdue longest. */
export function measureOverdue(bills: readonly Bill[], asOf: IsoDate): Measurement | undefined {
  const last = bills.at(-1);
  if (!last) return undefined;
  const overdue = bills.filter(({ paid, daysLate }) => !paid && daysLate > 0);
  const worst = Math.max(0, ...overdue.map(({ daysLate }) => daysLate));
  const owed = overdue.reduce((sum, { amountCents }) => sum + amountCents, 0) / 100;
  const says =
    overdue.length === 0
      ? 'No invoice is overdue'
      : `${sayCount(overdue.length, 'invoice')} overdue (${sayDollars(owed)}), the longest by ${sayCount(worst, 'day')}`;
  const from = bills.reduce((first, { date }) => (date < first ? date : first), last.date);
  return {
    score: along(financialRule.scoreByDaysLate, worst),
    confidence: along(financialRule.confidenceByLastInvoice, daysBetween(last.date, asOf)),
    evidence: [{ says, facts: bills.length, from, to: asOf, of: billing }],
  };
}

/** How late the invoices that fell due in the last year were paid, or still are. */
export function measureHabit(bills: readonly Bill[], asOf: IsoDate): Measurement | undefined {
  const due = bills.filter(({ dueDate }) => {
    const ago = daysBetween(dueDate, asOf);
    return ago >= 0 && ago <= financialRule.daysOfHabit;
  });
  const from = due.map(({ date }) => date).sort()[0];
  if (!from) return undefined;
  const late = due.reduce((sum, { daysLate }) => sum + daysLate, 0) / due.length;
  const says = `${sayCount(due.length, 'invoice')} fell due in a year, ${late === 0 ? 'none late' : `${sayNumber(late)} days late on average`}`;
  return {
    score: due.reduce((sum, { daysLate }) => sum + along(financialRule.scoreByDaysLate, daysLate), 0) / due.length,
    confidence: 1,
    evidence: [{ says, facts: due.length, from, to: asOf, of: billing }],
  };
}

const billing = { types: ['invoice.issued' as const, 'invoice.paid' as const] };
