import { SesReports } from '#shared/domain/mail/service-report.ts';
import { defineEvent } from './define-event.ts';

export const MailRejected = defineEvent({
  detailType: 'Email Rejected',
  source: 'aws.ses',
  bus: 'account',
  meaning: 'The mail service took a mail and then would not send it, because of a virus.',
  detail: SesReports.rejected,
});
