import * as z from 'zod';
import type { Instant } from '../values/iso-date.ts';
import type { Fate } from './sending.ts';

const Moment = z.iso.datetime({ offset: true });
const about = {
  /** The mail as SES knows it; `send-id` is our tag. */
  mail: z.object({
    messageId: z.string(),
    timestamp: Moment,
    tags: z.object({ 'send-id': z.array(z.string()).min(1) }),
  }),
};

/**
 * What Amazon SES publishes of a mail, as far as we look at it ("Contents of event data" in its guide). Recipients'
 * addresses and headers are left out on purpose: nothing of ours needs them.
 */
export const SesReports = {
  sent: z.object({ eventType: z.literal('Send'), ...about }),
  delivered: z.object({ eventType: z.literal('Delivery'), ...about, delivery: z.object({ timestamp: Moment }) }),
  bounced: z.object({
    eventType: z.literal('Bounce'),
    ...about,
    bounce: z.object({ timestamp: Moment, bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']) }),
  }),
  complained: z.object({ eventType: z.literal('Complaint'), ...about, complaint: z.object({ timestamp: Moment }) }),
  rejected: z.object({ eventType: z.literal('Reject'), ...about, reject: z.object({ reason: z.string() }) }),
} as const;

type SesReport = z.infer<(typeof SesReports)[keyof typeof SesReports]>;

/** Which mail a report of SES is about, and what it says became of it; `instant` says when that was by the clock of the mails. */
export function readReport(
  report: SesReport,
  instant: (moment: Date) => Instant,
): { readonly mailId: string; readonly fate: Fate } {
  const { messageId, timestamp, tags } = report.mail;
  const [mailId = ''] = tags['send-id'];
  const when = (text: string) => instant(new Date(text));
  return { mailId, fate: fateIn(report, { messageId, sentAt: when(timestamp) }, when) };
}

function fateIn(
  report: SesReport,
  handedOver: { messageId: string; sentAt: Instant },
  when: (text: string) => Instant,
): Fate {
  switch (report.eventType) {
    case 'Send':
      return { status: 'sent', ...handedOver };
    case 'Delivery':
      return { status: 'delivered', ...handedOver, at: when(report.delivery.timestamp) };
    case 'Bounce': {
      const { timestamp, bounceType } = report.bounce;
      return { status: 'bounced', ...handedOver, at: when(timestamp), permanent: bounceType === 'Permanent' };
    }
    case 'Complaint':
      return { status: 'complained', ...handedOver, at: when(report.complaint.timestamp) };
    case 'Reject':
      return { status: 'rejected', ...handedOver, at: handedOver.sentAt, reason: report.reject.reason };
  }
}
