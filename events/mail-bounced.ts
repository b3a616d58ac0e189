import { SesReports } from '#shared/domain/mail/service-report.ts';
import { defineEvent } from './define-event.ts';

export const MailBounced = defineEvent({
  detailType: 'Email Bounced',
  source: 'aws.ses',
  bus: 'account',
  meaning: 'A mail came back, for good or for now.',
  detail: SesReports.bounced,
});
