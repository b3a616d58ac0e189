import type { CadenceRules } from './cadence-rules.ts';
import { type CountedMails, countMails } from './counted-mails.ts';
import { type Bundle, joined } from './digest.ts';
import type { Candidate, HoldReason, Mailing, Recipient } from './mailing.ts';
import { findOpening, isClear, type Obstacle, type Opening } from './obstacle.ts';
import { capObstacles, hourObstacles, ownObstacles } from './obstacles.ts';

/** A message that may be sent, and to whom. */
export interface Living {
  readonly message: Candidate;
  readonly recipient: Recipient;
}

/** A mail that will go out at this moment (milliseconds) if nothing else is proposed until then. */
export interface PlannedMail {
  readonly at: number;
  /** What it waits for; undefined when it goes now. */
  readonly reason: HoldReason | undefined;
  readonly bundle: Bundle;
}

/** What will be sent when, and what finds no place before it is stale. */
export interface Plan {
  readonly mails: readonly PlannedMail[];
  readonly left: readonly { readonly message: Candidate; readonly reason: HoldReason | undefined }[];
}

/**
 * Gives each message, in order of turn, the earliest place that those before it leave: in a mail to the same person if it
 * may travel in one no later, or in a mail of its own. Places are kept for those whose hour or season is still to come,
 * so somebody who reads in the afternoon, or lives farther west, is never crowded out by those who read earlier.
 */
export function planMails(inTurn: readonly Living[], mailing: Mailing, rules: CadenceRules): Plan {
  const now = Date.parse(mailing.now);
  const counted = countMails(mailing.past);
  let mails: readonly PlannedMail[] = [];
  const left: { message: Candidate; reason: HoldReason | undefined }[] = [];
  for (const { message, recipient } of inTurn) {
    const own = ownObstacles(message, recipient, mailing);
    const alone = openingAlone(message, recipient, own, counted, rules, now);
    const carrier = findCarrier(message, own, mails, rules);
    if (carrier && carrier.mail.at <= alone.at)
      mails = mails.map((mail) => (mail === carrier.mail ? { ...mail, bundle: carrier.bundle } : mail));
    else if (alone.at < Number.POSITIVE_INFINITY) {
      mails = [...mails, { ...alone, bundle: [message] }];
      if (message.priority !== 'critical') counted.add(message.contactId, alone.at);
    } else left.push({ message, reason: alone.reason });
  }
  return { mails, left };
}

function openingAlone(
  message: Candidate,
  recipient: Recipient,
  own: readonly Obstacle[],
  counted: CountedMails,
  rules: CadenceRules,
  now: number,
): Opening {
  const { priority, expiresAt, arriveBy } = message;
  const openingOf = (obstacles: readonly Obstacle[]) => findOpening(obstacles, now, Date.parse(expiresAt));
  if (priority === 'critical') return openingOf(own);
  const inHours = [...own, ...hourObstacles(recipient, rules)];
  const inTurn = openingOf([...inHours, ...capObstacles(recipient, counted, rules)]);
  return arriveBy !== undefined && inTurn.at > Date.parse(arriveBy) ? openingOf(inHours) : inTurn;
}

/** The first planned mail to the same person in which the message may travel. */
function findCarrier(
  message: Candidate,
  own: readonly Obstacle[],
  mails: readonly PlannedMail[],
  rules: CadenceRules,
): { mail: PlannedMail; bundle: Bundle } | undefined {
  const suitable = mails
    .filter(({ bundle, at }) => bundle[0].contactId === message.contactId && at < Date.parse(message.expiresAt))
    .toSorted((a, b) => a.at - b.at);
  for (const mail of suitable) {
    const bundle = isClear(own, mail.at) ? joined(mail.bundle, message, rules) : undefined;
    if (bundle) return { mail, bundle };
  }
  return undefined;
}
