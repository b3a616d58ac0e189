import { TicketResolution } from '#shared/domain/facts/ticket.ts';
import { defineEvent } from './define-event.ts';

export const TicketResolved = defineEvent({
  detailType: 'ticket.resolved',
  source: 'facts',
  meaning: 'An issue of the client was resolved.',
  detail: TicketResolution,
  webhook: { source: 'ticket', body: TicketResolution },
});
