/**
 * What is measured while the system works: functions log it, the dashboard shows it, alarms watch it. `by` names what the
 * values are told apart by.
 */
export const metrics = {
  ClientsScored: { unit: 'Count' },
  /** Clients that were scored neither today nor yesterday. */
  StaleScores: { unit: 'Count' },
  Mails: { unit: 'Count', by: 'outcome' },
  /** Mails of which nobody knows whether they were sent. */
  MailsInDoubt: { unit: 'Count' },
  /** Of the mails that our switch counts, bounced for good or complained about. */
  BouncedPercent: { unit: 'Percent' },
  ComplainedPercent: { unit: 'Percent' },
  RefusedWebhooks: { unit: 'Count', by: 'status' },
} as const satisfies Readonly<Record<string, { readonly unit: 'Count' | 'Percent'; readonly by?: string }>>;
export type MetricName = keyof typeof metrics;

/** What a line of the log measures: `log.info('mail sent', { mailId, measured: { values: { Mails: 1 }, by: 'sent' } })`. */
export interface Measured {
  readonly values: Partial<Readonly<Record<MetricName, number>>>;
  /** What these values are told apart by, where the metric says that they are. */
  readonly by?: string;
}
