import { UsageReport, UsageReportBody } from '#shared/domain/facts/usage.ts';
import { defineEvent } from './define-event.ts';

export const UsageReported = defineEvent({
  detailType: 'usage.reported',
  source: 'facts',
  meaning: 'What a product counted for one client on one day.',
  detail: UsageReport,
  webhook: { source: 'usage', body: UsageReportBody },
});
