import { dailyCaps } from '#shared/domain/agents/spending.ts';

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
  /** Runs of agents by how they ended: `answer`, or why our own template answered instead. */
  AgentRuns: { unit: 'Count', by: 'ending' },
  /** What the models of agents cost at list prices. */
  AgentDollars: { unit: 'None', by: 'ending' },
  RefusedWebhooks: { unit: 'Count', by: 'status' },
} as const satisfies Readonly<Record<string, { readonly unit: 'Count' | 'Percent' | 'None'; readonly by?: string }>>;
export type MetricName = keyof typeof metrics;

/** At so many `AgentDollars` a day no model is asked any more. */
export const dollarsADay = dailyCaps.all.microDollars / 1e6;

/** What a line of the log measures: `log.info('mail sent', { mailId, measured: { values: { Mails: 1 }, by: 'sent' } })`. */
export interface Measured {
  readonly values: Partial<Readonly<Record<MetricName, number>>>;
  /** What these values are told apart by, where the metric says that they are. */
  readonly by?: string;
}
