import type { Fact, FactDetail } from '#shared/domain/facts/fact.ts';
import { formatDollars } from '#shared/domain/values/money.ts';
import { count, percent, roleNames, serviceNames, shortDate } from './words.ts';

/** What kind of fact it is, and what it says, in words. A person's own words stay marked as a quotation. */
export function describeFact(fact: Fact): { readonly kind: string; readonly says: string } {
  switch (fact.type) {
    case 'usage.reported':
      return { kind: 'Usage', says: `${serviceNames[fact.detail.product]}: ${figures(fact.detail)}` };
    case 'survey.answered':
      return { kind: 'Survey', says: `${fact.detail.score} of 10${quoted(fact.detail.comment)}` };
    case 'leadership.changed':
      return { kind: 'Leadership', says: leadership(fact.detail) };
    case 'invoice.issued': {
      const { invoiceId, amountCents, dueDate } = fact.detail;
      return { kind: 'Invoice', says: `${invoiceId} issued: ${formatDollars(amountCents)}, due ${shortDate(dueDate)}` };
    }
    case 'invoice.paid':
      return { kind: 'Invoice', says: `${fact.detail.invoiceId} paid` };
    case 'ticket.opened': {
      const { ticketId, severity, category } = fact.detail;
      return { kind: 'Ticket', says: `${ticketId} opened: ${category}, ${severity} severity` };
    }
    case 'ticket.resolved':
      return { kind: 'Ticket', says: `${fact.detail.ticketId} resolved` };
  }
}

const quotedLength = 200;

function quoted(comment: string | undefined): string {
  if (!comment) return '';
  return comment.length > quotedLength ? `: “${comment.slice(0, quotedLength)}…”` : `: “${comment}”`;
}

const changes = {
  'departure-announced': 'departure announced',
  departed: 'departed',
  appointed: 'appointed',
} as const;

const leadership = ({ role, change, school }: FactDetail<'leadership.changed'>) =>
  `${roleNames[role]}${school === undefined ? '' : ` of ${school}`}: ${changes[change]}`;

const figureNames = {
  dailyActiveUsers: ['daily active user', 'daily active users'],
  schedulingSessions: ['scheduling session', 'scheduling sessions'],
  optimizationRuns: ['optimisation run', 'optimisation runs'],
  tasksAutomated: ['task automated', 'tasks automated'],
  policyUpdates: ['policy update', 'policy updates'],
  complianceReports: ['compliance report', 'compliance reports'],
  hoursSaved: ['hour saved', 'hours saved'],
} as const;

function figures({ metrics }: FactDetail<'usage.reported'>): string {
  const measured: Readonly<Record<string, unknown>> = metrics;
  const counts = Object.entries(figureNames).flatMap(([name, [one, many]]) => {
    const value = measured[name];
    return typeof value === 'number' ? [count(value, one, many)] : [];
  });
  return [...counts, ...impact(metrics), ...features(metrics)].join(', ');
}

function impact(metrics: FactDetail<'usage.reported'>['metrics']): string[] {
  const { staffEfficiencyGain: gain, errorReduction: errors } = metrics;
  const savings = 'travelSavingsCents' in metrics ? metrics.travelSavingsCents : undefined;
  return [
    ...(savings === undefined ? [] : [`${formatDollars(savings)} travel savings`]),
    ...(gain === undefined ? [] : [`staff efficiency up ${percent(gain)}`]),
    ...(errors === undefined ? [] : [`errors down ${percent(errors)}`]),
  ];
}

const features = ({ featureAdoption = {} }: FactDetail<'usage.reported'>['metrics']): string[] =>
  Object.entries(featureAdoption).map(([feature, share]) => `${feature} used by ${percent(share)} of seats`);
