import type { Client } from '../clients/client.ts';
import { bandNames, type HealthBand, isWorse } from '../health/band.ts';
import { type BandChange, needsAttention } from '../health/band-change.ts';
import { addDays } from '../values/iso-date.ts';
import { formatScore } from '../values/score.ts';
import type { Alert } from './alert.ts';
import { type BandPlay, playForRise, playsForDecline } from './band-plays.ts';
import { bandKeys, causeKey } from './cause.ts';
import type { Signal } from './decide-alerts.ts';

/**
 * What a change of band says. A fall is an alarm and ends good news. A rise settles the fall and is good news, unless the
 * fall was of the same day: a corrected report is not news twice. A rise to a band that still needs attention only eases
 * the alarm. A change older than one already taken in says nothing.
 */
export function bandSignals(
  client: Client,
  change: BandChange,
  known: readonly Alert[],
  evidence: readonly string[],
): Signal[] {
  const { from, to, scoredOn } = change;
  const earlier = known.filter(({ cause }) => cause.kind === 'health-band');
  if (earlier.some(({ history }) => history.some(({ on }) => on > scoredOn))) return [];

  const fallen = earlier.find(({ status, cause }) => status === 'open' && causeKey(cause) === bandKeys.fall);
  const calm = (key: string): Signal => ({
    state: 'calm',
    key,
    because: `The client is ${bandNames[to]} since ${scoredOn}.`,
  });
  const alarm = ({ severity, dueInDays, play }: BandPlay, began: HealthBand | undefined): Signal => ({
    state: 'alarm',
    cause: { kind: 'health-band', ...fromBand(began), to, scoredOn, says: sentence(client, change) },
    severity,
    evidence,
    play,
    dueOn: addDays(scoredOn, dueInDays),
    tell: true,
  });

  const declined = from === undefined || isWorse(to, from);
  if (declined) return [calm(bandKeys.rise), alarm(playsForDecline[to], fallen ? beganIn(fallen) : from)];
  if (needsAttention(to) && fallen) return [alarm(playsForDecline[to], beganIn(fallen))];
  const fellToday = fallen?.history.at(-1)?.on === scoredOn;
  return [calm(bandKeys.fall), ...(fellToday ? [] : [alarm(playForRise, from)])];
}

const beganIn = ({ cause }: Alert) => (cause.kind === 'health-band' ? cause.from : undefined);

const fromBand = (from: HealthBand | undefined) => (from === undefined ? {} : { from });

/** Says what happened in one sentence, with the figures. */
function sentence({ name }: Client, { from, to, score }: BandChange): string {
  const figure = `a score of ${formatScore(score)}`;
  if (!from) return `${name} is ${bandNames[to]} at ${figure}: its first assessment.`;
  const moved = isWorse(to, from) ? 'fell' : 'rose';
  return `${name} ${moved} from ${bandNames[from]} to ${bandNames[to]} at ${figure}.`;
}
