import type { Client } from '../clients/client.ts';
import { bandNames, type HealthBand, isWorse } from '../health/band.ts';
import type { BandChange } from '../health/band-change.ts';
import { addDays, type Instant } from '../values/iso-date.ts';
import { formatScore } from '../values/score.ts';
import type { Alert } from './alert.ts';
import { playForRise, playsForDecline } from './band-plays.ts';

/**
 * The alert a change of band deserves, and which open alerts it settles: a rise settles those about bands that are
 * worse than the new one. A rise on the day of the fall only settles, so that a corrected report is not news twice.
 */
export function alertOnBandChange<Open extends Alert>(
  client: Client,
  change: BandChange,
  open: readonly Open[],
  id: string,
  now: Instant,
): { readonly raise?: Alert; readonly settled: readonly Open[] } {
  const declined = change.from === undefined || isWorse(change.to, change.from);
  const settled = open.filter(({ cause }) => !declined && isWorse(cause.to, change.to));
  if (settled.some(({ cause }) => cause.scoredOn === change.scoredOn)) return { settled };
  const { severity, dueInDays, play } = declined ? playsForDecline[change.to] : playForRise;
  const raise: Alert = {
    alertId: id,
    clientId: client.clientId,
    severity,
    cause: {
      kind: 'health-band',
      ...fromBand(change.from),
      to: change.to,
      scoredOn: change.scoredOn,
      says: sentence(client, change),
    },
    owner: 'operator',
    raisedAt: now,
    dueOn: addDays(change.scoredOn, dueInDays),
    play,
    status: 'open',
  };
  return { raise, settled };
}

const fromBand = (from: HealthBand | undefined) => (from === undefined ? {} : { from });

/** Says what an alert is about in one sentence, with the figures. */
function sentence({ name }: Client, { from, to, score }: BandChange): string {
  const figure = `a score of ${formatScore(score)}`;
  if (!from) return `${name} is ${bandNames[to]} at ${figure}: its first assessment.`;
  const moved = isWorse(to, from) ? 'fell' : 'rose';
  return `${name} ${moved} from ${bandNames[from]} to ${bandNames[to]} at ${figure}.`;
}
