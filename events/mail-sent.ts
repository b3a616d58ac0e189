import { SesReports } from '#shared/domain/mail/service-report.ts';
import { defineEvent } from './define-event.ts';

export const MailSent = defineEvent({
  detailType: 'Email Sent',
  source: 'aws.ses',
  bus: 'account',
  meaning: 'The mail service took a mail from us.',
  detail: SesReports.sent,
});
