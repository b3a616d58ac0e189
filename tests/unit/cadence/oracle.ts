import { mailCalendar } from '#shared/domain/season/mail-calendar.ts';
import type { IsoDate } from '#shared/domain/values/iso-date.ts';
import { dayMs, type Proposal, type Reader } from './simulated-offices.ts';
import { type SentMail, type Story, switchedOff } from './simulated-year.ts';

/**
 * Every broken promise in the story of an office, each as `rule: what`. Knows nothing of the arbiter: it counts what went
 * out and reads the formatted local time, as an angry recipient would.
 */
export function brokenPromises(story: Story): string[] {
  return [
    ...story.sent.flatMap((mail) => brokenBy(mail, story)),
    ...unsettled(story),
    ...story.expired.flatMap((each) => wronglyExpired(each, story)),
  ];
}

function brokenBy(mail: SentMail, story: Story): string[] {
  const reader = readerOf(story, mail.contactId);
  const critical = isCritical(mail);
  return [
    ...mail.proposals.flatMap((proposal) => brokenOf(proposal, mail, reader)),
    ...mail.proposals
      .slice(1)
      .flatMap(({ message }) => (message.digestible ? [] : [`digest: ${message.messageId} had to stand alone`])),
    ...(mail.proposals.some(({ message }) => message.contactId !== mail.contactId) ? ['digest: of two people'] : []),
    ...(mail.proposals.some(({ message }) => (message.priority === 'critical') !== critical)
      ? ['digest: critical and other']
      : []),
    ...(switchedOff.from <= mail.at && mail.at < switchedOff.until ? ['switch: sent while off'] : []),
    ...(critical
      ? []
      : [...tooMany(mail, reader, story), ...wrongHour(mail, reader), ...wrongDay(mail, reader, story)]),
  ];
}

function brokenOf(
  { message, approvedAt, proposedAt }: Proposal,
  { at }: SentMail,
  { recipient, suppressed, pause }: Reader,
): string[] {
  const id = message.messageId;
  return [
    ...(at < proposedAt || at < Date.parse(message.notBefore) ? [`too-early: ${id}`] : []),
    ...(at >= Date.parse(message.expiresAt) ? [`stale: ${id}`] : []),
    ...(at < approvedAt ? [`approval: ${id}`] : []),
    ...(message.heldUntil && at < Date.parse(message.heldUntil) ? [`held: ${id}`] : []),
    ...(suppressed && suppressed.from <= at ? [`suppressed: ${id}`] : []),
    ...(recipient.preferences.without.includes(message.kind) ? [`unwanted: ${id}`] : []),
    ...(pause && pause.from <= at && localDay(zoneOf(recipient), at) < pause.until ? [`person-paused: ${id}`] : []),
  ];
}

/** Counts backwards from each mail. */
function tooMany(mail: SentMail, { recipient }: Reader, { sent }: Story): string[] {
  const counted = sent.filter((other) => !isCritical(other));
  const office = (hours: number) =>
    counted.filter(({ at }) => at <= mail.at && at > mail.at - hours * 3_600_000).length;
  const contact = (days: number) =>
    counted.filter(({ at, contactId }) => contactId === mail.contactId && at <= mail.at && at > mail.at - days * dayMs)
      .length;
  const monthly = recipient.preferences.frequency === 'monthly';
  return [
    ...(contact(7) > 1 ? ['contact-week: two mails'] : []),
    ...(contact(31) > 4 ? ['contact-month: five mails'] : []),
    ...(contact(3) > 1 ? ['spacing: to one person'] : []),
    ...(monthly && contact(28) > 1 ? ['monthly: two mails'] : []),
    ...(office(7 * 24) > 2 ? ['office-week: three mails'] : []),
    ...(office(4) > 1 ? ['office-spacing: two mails'] : []),
  ];
}

const hours = { morning: ['08:00', '11:30'], midday: ['11:30', '14:00'], afternoon: ['14:00', '19:00'] } as const;

export function wrongHour({ at }: SentMail, { recipient }: Reader): string[] {
  const [weekday = '', time = ''] = shown(weekdayAndTime, 'en-GB', zoneOf(recipient), at).split(/,? /);
  const [from, to] = hours[recipient.preferences.timeOfDay];
  return [
    ...(weekday === 'Sat' || weekday === 'Sun' ? [`weekend: ${weekday} ${time}`] : []),
    ...(time < '07:00' || time >= '19:00' ? [`quiet-hours: ${time}`] : []),
    ...(time < from || time >= to ? [`time-of-day: ${time}`] : []),
  ];
}

export function wrongDay({ at, proposals }: SentMail, { recipient }: Reader, { office }: Story): string[] {
  const today = localDay(zoneOf(recipient), at);
  const { blackouts, trainingWindows } = mailCalendar({ type: office.type, fiscalYearEnd: '06-30' }, today);
  const on = (spans: typeof blackouts) => spans.some(({ from, to }) => !(today < from || today > to));
  const seasons = proposals.map(({ message }) => message.season);
  return [
    ...(seasons.some((season) => season !== 'anytime') && on(blackouts) ? [`blackout: ${today}`] : []),
    ...(seasons.includes('training-windows') && !on(trainingWindows) ? [`season: ${today}`] : []),
  ];
}

function unsettled({ office, sent, expired, waiting }: Story): string[] {
  const ended = new Map<string, number>();
  for (const { message } of [...sent.flatMap(({ proposals }) => proposals), ...expired.map(({ proposal }) => proposal)])
    ended.set(message.messageId, (ended.get(message.messageId) ?? 0) + 1);
  return [
    ...waiting.map(({ message }) => `lost: ${message.messageId} still waits`),
    ...office.proposals
      .filter(({ message }) => ended.get(message.messageId) !== 1)
      .map(({ message }) => `lost: ${message.messageId} ended ${ended.get(message.messageId) ?? 0} times`),
  ];
}

function wronglyExpired({ proposal: { message }, at, reason }: Story['expired'][number], story: Story): string[] {
  const { recipient, suppressed } = readerOf(story, message.contactId);
  const gone =
    suppressed && suppressed.from <= at
      ? suppressed.because === 'unsubscribed'
        ? 'opted-out'
        : 'suppressed'
      : undefined;
  const unwanted = recipient.preferences.without.includes(message.kind) ? 'unwanted-kind' : undefined;
  const stale = at >= Date.parse(message.expiresAt) ? 'stale' : undefined;
  return reason === (gone ?? unwanted ?? stale) ? [] : [`reason: ${message.messageId} expired as ${reason}`];
}

const isCritical = ({ proposals }: SentMail) => proposals[0]?.message.priority === 'critical';

export function readerOf({ office }: Story, contactId: string): Reader {
  const found = office.readers.find(({ recipient }) => recipient.contactId === contactId);
  if (!found) throw new Error(`nobody is called ${contactId}`);
  return found;
}

export const zoneOf = ({ timeZone, preferences }: Reader['recipient']) => preferences.timeZone ?? timeZone;
const weekdayAndTime = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
export const localDay = (zone: string, at: number) => shown({ dateStyle: 'short' }, 'sv-SE', zone, at) as IsoDate;

function shown(options: Intl.DateTimeFormatOptions, locale: string, timeZone: string, at: number): string {
  const key = `${locale} ${timeZone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(key, format);
  return format.format(at);
}
const formats = new Map<string, Intl.DateTimeFormat>();
