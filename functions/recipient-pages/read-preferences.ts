import { show } from '#shared/domain/grounding/show.ts';
import { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { NumberStyle, Preferences } from '#shared/domain/mail/preferences.ts';
import { addDays, IsoDate } from '#shared/domain/values/iso-date.ts';
import { isZoneOffered } from './time-zones.ts';

/** The form as it is shown: what is wanted, or what somebody wrote into it, right or wrong. */
export interface Entry {
  readonly kinds: ReadonlySet<string>;
  readonly frequency: string;
  readonly pausedUntil: string;
  readonly numbers: string;
  readonly timeOfDay: string;
  readonly timeZone: string;
}
type Field = keyof Entry;
/** What is wrong with a field, in a sentence for whoever filled it in. */
export type Problems = Readonly<Partial<Record<Field, string>>>;

const longestPauseDays = 366;

/** The first and the last day that mail may be paused until. */
export const pauseBounds = (today: IsoDate) => ({ from: addDays(today, 1), to: addDays(today, longestPauseDays) });

export const entryOf = (preferences: Preferences, today: IsoDate): Entry => ({
  kinds: new Set(MessageKind.options.filter((kind) => !preferences.without.includes(kind))),
  frequency: preferences.frequency,
  // A pause that is over is none.
  pausedUntil: preferences.pausedUntil !== undefined && preferences.pausedUntil > today ? preferences.pausedUntil : '',
  numbers: preferences.numbers,
  timeOfDay: preferences.timeOfDay,
  timeZone: preferences.timeZone ?? '',
});

export const entryFrom = (form: URLSearchParams): Entry => ({
  kinds: new Set(form.getAll('kinds')),
  frequency: form.get('frequency') ?? '',
  pausedUntil: (form.get('pausedUntil') ?? '').trim(),
  numbers: form.get('numbers') ?? '',
  timeOfDay: form.get('timeOfDay') ?? '',
  timeZone: form.get('timeZone') ?? '',
});

const said = (date: IsoDate) => show({ id: 'day', says: 'A day', sources: [], kind: 'date', date }, 'en-US');

const { frequency, timeOfDay } = Preferences.shape;

/** What the form says, or what is wrong with it field by field: all of it is taken or nothing. */
export function readPreferences(entry: Entry, today: IsoDate): { preferences: Preferences } | { problems: Problems } {
  const { from, to } = pauseBounds(today);
  const pause = IsoDate.safeParse(entry.pausedUntil);
  const pauseIsFine = entry.pausedUntil === '' || (pause.success && pause.data >= from && pause.data <= to);
  const problems: Problems = {
    ...(frequency.unwrap().safeParse(entry.frequency).success ? {} : { frequency: 'Choose how often we may write.' }),
    ...(pauseIsFine ? {} : { pausedUntil: `Choose a day from ${said(from)} to ${said(to)}, or leave it empty.` }),
    ...(timeOfDay.unwrap().safeParse(entry.timeOfDay).success ? {} : { timeOfDay: 'Choose a time of day.' }),
    ...(entry.timeZone === '' || isZoneOffered(entry.timeZone) ? {} : { timeZone: 'Choose a time zone of the list.' }),
    ...(NumberStyle.safeParse(entry.numbers).success ? {} : { numbers: 'Choose how numbers are written.' }),
  };
  if (Object.keys(problems).length > 0) return { problems };
  const { frequency: often, timeOfDay: time, numbers } = entry;
  const preferences = Preferences.parse({
    without: MessageKind.options.filter((kind) => !entry.kinds.has(kind)),
    frequency: often,
    ...(entry.pausedUntil === '' ? {} : { pausedUntil: entry.pausedUntil }),
    numbers,
    timeOfDay: time,
    ...(entry.timeZone === '' ? {} : { timeZone: entry.timeZone }),
  });
  return { preferences };
}
