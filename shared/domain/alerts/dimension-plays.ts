import type { Dimension } from '../health/assessment.ts';
import type { Play } from './alert.ts';

/** What to do about a falling dimension: the first version of the playbook. */
export const playsForFalling: Readonly<Record<Dimension, Play>> = {
  usage: {
    name: 'Bring usage back',
    firstStep: 'Ask the power user what they do elsewhere now, and offer an hour on exactly that work.',
  },
  satisfaction: {
    name: 'Close the loop',
    firstStep: 'Read the latest answers and open tickets, call whoever is unhappiest, and say what changes by when.',
  },
  adoption: {
    name: 'Show the unused half',
    firstStep: 'Pick the one feature whose use fell most and train the people who stopped, in their off-season.',
  },
  financial: {
    name: 'Clear the account',
    firstStep: 'Ask the finance contact what holds the invoice up, and bring the savings report to the decision maker.',
  },
  leadership: {
    name: 'Widen the relationship',
    firstStep: 'See which posts changed hands, be introduced to whoever decides now, and win a second sponsor.',
  },
};
