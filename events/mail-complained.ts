import { SesReports } from '#shared/domain/mail/service-report.ts';
import { defineEvent } from './define-event.ts';

export const MailComplained = defineEvent({
  detailType: 'Email Complaint Received',
  source: 'aws.ses',
  bus: 'account',
  meaning: 'A recipient called a mail unwanted.',
  detail: SesReports.complained,
});
