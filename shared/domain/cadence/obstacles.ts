import type { CadenceRules } from './cadence-rules.ts';
import { capObstacle } from './caps.ts';
import type { CountedMails } from './counted-mails.ts';
import { quietHours, timeOfDay } from './hours.ts';
import type { Candidate, Mailing, Recipient } from './mailing.ts';
import { type Obstacle, standing, standingUntil } from './obstacle.ts';
import { seasonObstacles } from './season.ts';
import { momentAt } from './wall-clock.ts';

/**
 * What stands in the way of this message whichever mail it travels in. Critical mail knows only the operator's switch,
 * approval and hold, its own time, and the pause its reader asked for.
 */
export function ownObstacles(message: Candidate, recipient: Recipient, mailing: Mailing): readonly Obstacle[] {
  const zone = zoneOf(recipient);
  const { pausedUntil } = recipient.preferences;
  return [
    ...(mailing.paused ? [standing('paused')] : []),
    ...(message.approved ? [] : [standing('approval')]),
    ...(message.heldUntil ? [standingUntil('held-by-operator', Date.parse(message.heldUntil))] : []),
    standingUntil('too-early', Date.parse(message.notBefore)),
    ...(pausedUntil ? [standingUntil('person-paused', momentAt(zone, pausedUntil, 0))] : []),
    ...(message.priority === 'critical' ? [] : seasonObstacles(zone, message, mailing)),
  ];
}

/** The caps that stand in the way of a mail of its own to this person, given the mails that went out or are planned. */
export function capObstacles(recipient: Recipient, counted: CountedMails, rules: CadenceRules): readonly Obstacle[] {
  const [toOffice, toContact] = [counted.toOffice(), counted.toContact(recipient.contactId)];
  const caps = recipient.preferences.frequency === 'monthly' ? [...rules.caps, rules.monthly] : rules.caps;
  return caps.map((cap) => capObstacle(cap, cap.of === 'office' ? toOffice : toContact));
}

/** The hours at which this person is not to be written to. */
export const hourObstacles = (recipient: Recipient, rules: CadenceRules): readonly Obstacle[] => [
  quietHours(zoneOf(recipient), rules),
  timeOfDay(zoneOf(recipient), recipient, rules),
];

const zoneOf = ({ preferences, timeZone }: Recipient) => preferences.timeZone ?? timeZone;
