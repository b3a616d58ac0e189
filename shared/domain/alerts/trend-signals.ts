import type { Client } from '../clients/client.ts';
import type { HealthAssessment } from '../health/assessment.ts';
import { sayShare } from '../health/wording.ts';
import { addDays } from '../values/iso-date.ts';
import type { Play } from './alert.ts';
import type { Signal } from './decide-alerts.ts';
import { spacedOut } from './monthly-readings.ts';

/** Below this, in two readings a month apart, a decline is no longer expected. */
const unlikely = 0.25;
const dueInDays = 7;

const play: Play = {
  name: 'Ask before they tell',
  firstStep: 'Read the figures that moved, and ask the power user and the decision maker how the season is going.',
};

/**
 * Whether the trained model is confident of a decline over the next quarter; nothing without a forecast. A warning and no
 * mail: it is likely, it has not happened. `readings` are those of month ends, oldest first, and then the latest.
 */
export function trendSignals(client: Client, readings: readonly HealthAssessment[]): Signal[] {
  const [latest, before] = spacedOut(readings).reverse().map(forecastIn);
  const scoredOn = readings.at(-1)?.scoredOn;
  if (!latest || !scoredOn) return [];
  if (latest.label === 'declining' && latest.confident) {
    const says = `Satisfaction of ${client.name} is likely to decline over the next quarter: ${sayShare(latest.declining)} sure.`;
    const learned = latest.fromSimulatedData ? 'simulated clients, until real outcomes suffice' : 'recorded outcomes';
    return [
      {
        state: 'alarm',
        cause: { kind: 'trend-declining', probability: latest.declining, scoredOn, says },
        severity: 'warning',
        evidence: [
          `Expected: declining ${sayShare(latest.declining)}, stable ${sayShare(latest.stable)}, improving ${sayShare(latest.improving)}.`,
          `The model ${latest.model} learned from ${learned}.`,
        ],
        play,
        dueOn: addDays(scoredOn, dueInDays),
        tell: false,
      },
    ];
  }
  if (latest.declining >= unlikely || (before && before.declining >= unlikely)) return [];
  return [
    {
      state: 'calm',
      key: 'trend-declining',
      because: `A decline is no longer expected: ${sayShare(latest.declining)}.`,
    },
  ];
}

const forecastIn = (reading: HealthAssessment) => (reading.outcome === 'scored' ? reading.forecast : undefined);
