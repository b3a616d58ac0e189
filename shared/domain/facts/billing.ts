import * as z from 'zod';
import { ClientId, ForeignId } from '../values/ids.ts';
import { IsoDate } from '../values/iso-date.ts';
import { Cents, Dollars } from '../values/money.ts';

const about = { clientId: ClientId, invoiceId: ForeignId, date: IsoDate };

export const InvoiceIssue = z.strictObject({ ...about, dueDate: IsoDate, amountCents: Cents });
export type InvoiceIssue = z.infer<typeof InvoiceIssue>;

/** An issued invoice as other systems send it: `amount` in dollars. */
export const InvoiceIssueBody = z
  .strictObject({ ...about, dueDate: IsoDate, amount: Dollars })
  .transform(({ amount, ...invoice }): InvoiceIssue => ({ ...invoice, amountCents: amount }));

/** `date` is the day the money arrived in full. */
export const InvoicePayment = z.strictObject(about);
export type InvoicePayment = z.infer<typeof InvoicePayment>;
