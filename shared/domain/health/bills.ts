import type { InvoiceIssue } from '../facts/billing.ts';
import { daysBetween, type IsoDate } from '../values/iso-date.ts';
import type { FactsByType } from './dossier.ts';
import { latestBy } from './latest-by.ts';

/** An invoice, and the day its money arrived in full. */
export interface Bill extends InvoiceIssue {
  readonly paidOn: IsoDate | undefined;
}

/** Every invoice known, by due date. */
export function billsOf(facts: FactsByType): Bill[] {
  const issues = latestBy(facts['invoice.issued'], ({ detail }) => detail.invoiceId);
  const payments = latestBy(facts['invoice.paid'], ({ detail }) => detail.invoiceId);
  return [...issues.values()]
    .map(({ detail }) => ({ ...detail, paidOn: payments.get(detail.invoiceId)?.detail.date }))
    .sort((a, b) => (a.dueDate < b.dueDate ? -1 : 1));
}

/** How late a bill was paid, or is on a day; 0 when it was paid in time or is not due yet. */
export const daysLateOn = ({ dueDate, paidOn }: Bill, day: IsoDate): number =>
  Math.max(0, daysBetween(dueDate, paidOn && paidOn <= day ? paidOn : day));
