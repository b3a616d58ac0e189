import type { Priority } from '../mail/message-kind.ts';
import type { Preferences } from '../mail/preferences.ts';
import type { HoldReason } from './mailing.ts';

/** At most so many mails in any stretch of so many hours, to one contact or to the whole client office. */
export interface Cap {
  readonly of: 'contact' | 'office';
  readonly mails: number;
  readonly hours: number;
  readonly reason: HoldReason;
}

/** Minutes after midnight on the person's own clock, `from` included, `to` not. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** How often, and at which hours, people may be written to. Data: another policy is another value of this type. */
export interface CadenceRules {
  /** Critical mail neither waits for a cap nor uses it up. */
  readonly caps: readonly Cap[];
  /** What `monthly` adds to the caps. */
  readonly monthly: Cap;
  /** When nobody is disturbed: any working day within these hours. */
  readonly workingHours: Hours;
  /** Sunday is 0. */
  readonly weekend: readonly number[];
  readonly timesOfDay: Readonly<Record<Preferences['timeOfDay'], Hours>>;
  /** Each of these goes before everything after it, however long that has waited. */
  readonly first: readonly Priority[];
  /** Days a message of another priority steps back in the queue; waiting as much longer brings it level. */
  readonly stepsBackDays: Readonly<Record<Exclude<Priority, 'critical' | 'high'>, number>>;
  /** A digest of more is no small mail. */
  readonly messagesPerMail: number;
}

const days = (count: number) => count * 24;
const clock = (hour: number, minute = 0) => hour * 60 + minute;

/**
 * What holds unless something else was agreed.
 *
 * Caps. Source: issue 4 ("one mail a week and four a month per contact, two a week per client office") and mission.md
 * ("athletic administrators are busy: never too many check-ins"). Read strictly: a week is any 168 hours and a month any
 * 31 days, wherever they begin, so every calendar week and month obeys too. A week by the calendar would allow a mail on
 * Sunday and one on Monday. An interval's first moment belongs to it, its last does not: exactly 168 hours later is free.
 *
 * Spacing. Source: our judgement. Three days between mails to one person matter only where the weekly cap is loosened.
 * Four hours within an office, because its few people sit together and two letters in one hour look like a campaign.
 *
 * Hours. Source: issue 4 for the principle, the lead's brief for the figures; domain-facts.md ("avoid weekends").
 *
 * Turns. Source: issue 4 ("nothing of high priority starves"). High goes before normal and low always, so it waits for
 * nothing but what is as important and was ready before. Low is two weeks behind normal: our judgement.
 */
export const usualCadence: CadenceRules = {
  caps: [
    { of: 'contact', mails: 1, hours: days(7), reason: 'contact-week' },
    { of: 'contact', mails: 4, hours: days(31), reason: 'contact-month' },
    { of: 'contact', mails: 1, hours: days(3), reason: 'spacing' },
    { of: 'office', mails: 2, hours: days(7), reason: 'office-week' },
    { of: 'office', mails: 1, hours: 4, reason: 'spacing' },
  ],
  monthly: { of: 'contact', mails: 1, hours: days(28), reason: 'contact-month' },
  workingHours: { from: clock(7), to: clock(19) },
  weekend: [0, 6],
  timesOfDay: {
    morning: { from: clock(8), to: clock(11, 30) },
    midday: { from: clock(11, 30), to: clock(14) },
    afternoon: { from: clock(14), to: clock(19) },
  },
  first: ['critical', 'high'],
  stepsBackDays: { normal: 0, low: 14 },
  messagesPerMail: 4,
};
