import { SesReports } from '#shared/domain/mail/service-report.ts';
import { defineEvent } from './define-event.ts';

export const MailDelivered = defineEvent({
  detailType: 'Email Delivered',
  source: 'aws.ses',
  bus: 'account',
  meaning: 'The mail server of the recipient took a mail.',
  detail: SesReports.delivered,
});
