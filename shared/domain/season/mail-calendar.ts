import type { Blackout } from '../cadence/mailing.ts';
import type { Client } from '../clients/client.ts';
import { addDays, type IsoDate } from '../values/iso-date.ts';
import { type OfficeYear, officeYears } from './office-year.ts';

/** Days when mail should rest and when training is welcome, earliest first. */
export interface MailCalendar {
  readonly blackouts: readonly Blackout[];
  readonly trainingWindows: readonly Blackout[];
}

/** What the operator knows better, by date: days freed of the default blackouts, and further blackouts. */
export interface CalendarEdits {
  readonly freed?: readonly Pick<Blackout, 'from' | 'to'>[];
  readonly added?: readonly Blackout[];
}

/**
 * The client's blackouts and training windows in the year of a date (2001 to 2098), the year before and the year after. An added
 * blackout holds even on freed days, so media days are moved by freeing the default weeks and adding the real one.
 */
export function mailCalendar(
  client: Pick<Client, 'type' | 'fiscalYearEnd'>,
  around: IsoDate,
  { freed = [], added = [] }: CalendarEdits = {},
): MailCalendar {
  const year = Number(around.slice(0, 4));
  const years = [year - 1, year, year + 1];
  const { blackouts, trainingWindows } = officeYears[client.type];
  const datesOf = (spans: OfficeYear['blackouts']) =>
    years.flatMap((each) =>
      spans.map(({ because, days }) => ({ ...days(each, client.fiscalYearEnd), because }) satisfies Blackout),
    );
  const left = freed.reduce((blackouts, days) => blackouts.flatMap((each) => without(each, days)), datesOf(blackouts));
  return { blackouts: inOrder([...left, ...added]), trainingWindows: inOrder(datesOf(trainingWindows)) };
}

/** What is left of a blackout before and after the freed days. */
function without(blackout: Blackout, { from, to }: Pick<Blackout, 'from' | 'to'>): Blackout[] {
  if (to < from || to < blackout.from || blackout.to < from) return [blackout];
  return [
    { ...blackout, to: addDays(from, -1) },
    { ...blackout, from: addDays(to, 1) },
  ].filter((rest) => rest.from <= rest.to);
}

const inOrder = (blackouts: readonly Blackout[]) =>
  blackouts.toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1));
