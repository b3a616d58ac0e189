import type { Fact } from '#shared/domain/facts/fact.ts';
import { addDays, addMonths, firstDay, type IsoDate, monthNumber, monthOf } from '#shared/domain/values/iso-date.ts';
import { valueOn } from './curve.ts';
import { scatter } from './random.ts';
import { type BusinessDay, chance, dayOf, tell } from './told-fact.ts';

/** A quarter of the contract's value is invoiced on the first day of each quarter, due in 30 days. */
export function billingFacts(day: BusinessDay): Fact[] {
  const month = monthOf(day.date);
  const quarter = addMonths(month, -((monthNumber(month) - 1) % 3));
  const invoices = [0, -3, -6].map((months) => ({ ...day, date: firstDay(addMonths(quarter, months)) }));
  const paid = invoices.filter((invoice) => paidOn(invoice) === day.date);
  return [
    ...(day.date === firstDay(quarter) ? [issued(day)] : []),
    ...paid.map((invoice) => tell(day, 'invoice.paid', invoiceId(invoice), { invoiceId: invoiceId(invoice) })),
  ];
}

function issued(day: BusinessDay): Fact {
  const amountCents = day.business.contract.annualDollars * 25;
  const detail = { invoiceId: invoiceId(day), dueDate: addDays(day.date, 30), amountCents };
  return tell(day, 'invoice.issued', invoiceId(day), detail);
}

const invoiceId = ({ date }: BusinessDay): string => `invoice-${monthOf(date)}`;

function paidOn(invoice: BusinessDay): IsoDate {
  const days = valueOn(invoice.business.paymentDays, dayOf(invoice)) + scatter(chance(invoice, 'payment'), 2);
  return addDays(invoice.date, Math.max(1, Math.round(days)));
}
