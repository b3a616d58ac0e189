import { ActionChoiceDue } from './action-choice-due.ts';
import { AlertRaised } from './alert-raised.ts';
import type { EventDefinition } from './define-event.ts';
import { FeedbackReceived } from './feedback-received.ts';
import { HealthBandChanged } from './health-band-changed.ts';
import { HealthScored } from './health-scored.ts';
import { InvoiceIssued } from './invoice-issued.ts';
import { InvoicePaid } from './invoice-paid.ts';
import { LeadershipChanged } from './leadership-changed.ts';
import { MailBounced } from './mail-bounced.ts';
import { MailComplained } from './mail-complained.ts';
import { MailDelivered } from './mail-delivered.ts';
import { MailDispatchDue } from './mail-dispatch-due.ts';
import { MailPlanningDue } from './mail-planning-due.ts';
import { MailQueued } from './mail-queued.ts';
import { MailRejected } from './mail-rejected.ts';
import { MailSent } from './mail-sent.ts';
import { MeetingArranged } from './meeting-arranged.ts';
import { MeetingChanged } from './meeting-changed.ts';
import { MeetingHeld } from './meeting-held.ts';
import { MeetingMissed } from './meeting-missed.ts';
import { MeetingProposed } from './meeting-proposed.ts';
import { ReviewPreparationDue } from './review-preparation-due.ts';
import { ScoringDue } from './scoring-due.ts';
import { SurveyAnswered } from './survey-answered.ts';
import { TicketOpened } from './ticket-opened.ts';
import { TicketResolved } from './ticket-resolved.ts';
import { UsageReported } from './usage-reported.ts';

/** Every event there is. Adding one is a file and a line here. */
export const catalogue = [
  UsageReported,
  SurveyAnswered,
  LeadershipChanged,
  InvoiceIssued,
  InvoicePaid,
  TicketOpened,
  TicketResolved,
  ScoringDue,
  HealthScored,
  HealthBandChanged,
  MailPlanningDue,
  MailDispatchDue,
  MailQueued,
  MailBounced,
  MailComplained,
  MailDelivered,
  MailRejected,
  MailSent,
  MeetingProposed,
  MeetingArranged,
  MeetingChanged,
  MeetingHeld,
  MeetingMissed,
  AlertRaised,
  FeedbackReceived,
  ReviewPreparationDue,
  ActionChoiceDue,
] as const satisfies readonly EventDefinition[];

/** What is recorded of clients: the events that other systems bring. */
export const factEvents = catalogue.filter((event) => 'webhook' in event);

/** The events one webhook source may bring, by their type. Empty for a source we do not know. */
export const eventsFrom = (
  source: string,
): ReadonlyMap<string, EventDefinition & Required<Pick<EventDefinition, 'webhook'>>> =>
  new Map(factEvents.filter(({ webhook }) => webhook.source === source).map((event) => [event.detailType, event]));

/** Every webhook source, for secrets and routes. */
export const webhookSources: readonly string[] = [...new Set(factEvents.map(({ webhook }) => webhook.source))];
