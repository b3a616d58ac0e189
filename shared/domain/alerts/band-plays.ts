import type { HealthBand } from '../health/band.ts';
import type { Alert } from './alert.ts';

/** What to do when a client arrives in a band, and within how many days: the first version of the playbook. */
export interface BandPlay {
  readonly severity: Alert['severity'];
  readonly dueInDays: number;
  readonly play: Alert['play'];
}

export const playsForDecline: Readonly<Record<HealthBand, BandPlay>> = {
  critical: {
    severity: 'urgent',
    dueInDays: 1,
    play: {
      name: 'Save the account',
      firstStep: 'Call the decision maker today, name what went wrong, and agree on a recovery plan with dates.',
    },
  },
  'at-risk': {
    severity: 'urgent',
    dueInDays: 3,
    play: {
      name: 'Recovery plan',
      firstStep: 'Read the evidence, call the power user about the dimension that fell most, and book a review.',
    },
  },
  good: {
    severity: 'warning',
    dueInDays: 7,
    play: { name: 'Early check', firstStep: 'Find what slipped since the client was excellent and fix it quietly.' },
  },
  // Nothing is worse than excellent, so nobody declines into it.
  excellent: { severity: 'warning', dueInDays: 7, play: { name: 'Early check', firstStep: 'Read the evidence.' } },
};

export const playForRise: BandPlay = {
  severity: 'good-news',
  dueInDays: 7,
  play: { name: 'Bank the success', firstStep: 'Thank the people who did it, and record what worked as evidence.' },
};
