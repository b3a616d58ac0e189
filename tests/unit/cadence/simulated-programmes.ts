import type { Candidate } from '#shared/domain/cadence/mailing.ts';
import type { MessageKind, Priority } from '#shared/domain/mail/message-kind.ts';

/** How often a programme speaks to one person (times a year), and what its messages are like. */
export interface Programme {
  readonly kind: MessageKind;
  readonly priority: Priority;
  readonly class: Candidate['class'];
  readonly season: Candidate['season'];
  readonly digestible: boolean;
  readonly expiresAfterDays: number;
  readonly timesAYear: number;
  /** Days the operator takes to approve. */
  readonly approvalDays?: number;
}

const usual = { class: 'relationship', season: 'outside-blackouts', digestible: false } as const;

/** What several programmes, none of which knows of the others, would like to say. Simulated: the rates are chosen to crowd. */
export const programmes: readonly Programme[] = [
  { ...usual, kind: 'monthly-review', priority: 'high', expiresAfterDays: 75, timesAYear: 3 },
  {
    ...usual,
    kind: 'renewal-letter',
    priority: 'high',
    class: 'commercial',
    expiresAfterDays: 90,
    timesAYear: 0.4,
    approvalDays: 6,
  },
  { ...usual, kind: 'issue-update', priority: 'high', season: 'anytime', expiresAfterDays: 60, timesAYear: 1 },
  { ...usual, kind: 'issue-update', priority: 'critical', season: 'anytime', expiresAfterDays: 3, timesAYear: 0.5 },
  { ...usual, kind: 'usage-report', priority: 'normal', digestible: true, expiresAfterDays: 25, timesAYear: 6 },
  {
    ...usual,
    kind: 'recommendation',
    priority: 'normal',
    class: 'commercial',
    digestible: true,
    expiresAfterDays: 40,
    timesAYear: 4,
  },
  {
    ...usual,
    kind: 'training-invitation',
    priority: 'normal',
    season: 'training-windows',
    expiresAfterDays: 200,
    timesAYear: 2,
  },
  { ...usual, kind: 'onboarding-step', priority: 'normal', expiresAfterDays: 30, timesAYear: 1 },
  { ...usual, kind: 'milestone', priority: 'low', digestible: true, expiresAfterDays: 30, timesAYear: 3 },
  { ...usual, kind: 'survey-request', priority: 'low', season: 'anytime', expiresAfterDays: 45, timesAYear: 4 },
];
