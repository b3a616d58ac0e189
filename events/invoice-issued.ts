import { InvoiceIssue, InvoiceIssueBody } from '#shared/domain/facts/billing.ts';
import { defineEvent } from './define-event.ts';

export const InvoiceIssued = defineEvent({
  detailType: 'invoice.issued',
  source: 'facts',
  meaning: 'An invoice went out to the client.',
  detail: InvoiceIssue,
  webhook: { source: 'billing', body: InvoiceIssueBody },
});
