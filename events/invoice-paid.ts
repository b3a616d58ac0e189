import { InvoicePayment } from '#shared/domain/facts/billing.ts';
import { defineEvent } from './define-event.ts';

export const InvoicePaid = defineEvent({
  detailType: 'invoice.paid',
  source: 'facts',
  meaning: 'An invoice was paid in full.',
  detail: InvoicePayment,
  webhook: { source: 'billing', body: InvoicePayment },
});
