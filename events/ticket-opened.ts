import { TicketOpening } from '#shared/domain/facts/ticket.ts';
import { defineEvent } from './define-event.ts';

export const TicketOpened = defineEvent({
  detailType: 'ticket.opened',
  source: 'facts',
  meaning: 'The client reported an issue.',
  detail: TicketOpening,
  webhook: { source: 'ticket', body: TicketOpening },
});
