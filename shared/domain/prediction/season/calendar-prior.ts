import { ClientType, type Product } from '../../clients/client.ts';
import { calendarOf } from '../../season/sporting-calendar.ts';
import type { Measure } from '../history/measures.ts';
import type { SeasonalIndex } from './season.ts';

/** Whose year a measure follows: people are seen in either product. */
const productsOf: Partial<Record<Measure, readonly Product[]>> = {
  dailyActiveUsers: ['flextime', 'heliix'],
  sessions: ['flextime'],
  optimizationRuns: ['flextime'],
  travelSavings: ['flextime'],
  tasksAutomated: ['heliix'],
  policyUpdates: ['heliix'],
  complianceReports: ['heliix'],
  hoursSaved: ['heliix'],
};

/**
 * What each month adds to the logarithm of a measure by the sporting calendar of a kind of client, before any evidence; a
 * conference's for a kind nobody has named. Zero where the calendar says nothing. Sums to zero.
 */
export function calendarPrior(measure: Measure, kind: string): SeasonalIndex {
  const type = ClientType.options.find((option) => option === kind) ?? 'mid-major-conference';
  const calendars = (productsOf[measure] ?? []).map((product) => calendarOf({ type }, product));
  const year = Float64Array.from({ length: 12 }, (_, month) =>
    calendars.reduce((sum, calendar) => sum + Math.log(calendar[month]?.times ?? 1) / calendars.length, 0),
  );
  const mean = year.reduce((sum, value) => sum + value, 0) / 12;
  return year.map((value) => value - mean);
}
