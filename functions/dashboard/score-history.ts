import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import {
  addMonths,
  daysBetween,
  firstDay,
  type IsoDate,
  monthNumber,
  monthOf,
  monthsBetween,
} from '#shared/domain/values/iso-date.ts';
import type { Scored } from './explain-score.ts';

/** Where a score stands in the chart: `x` in percent of the width, `score` from 0 to 100. */
export interface Point {
  readonly x: number;
  readonly reading: Scored;
}

type TickSpace = 'always' | 'medium' | 'spacious';

export interface ScoreHistory {
  /** Where the axis of scores begins: 0, or 40 when every score is well above. It ends at 100. */
  readonly axisFrom: number;
  /** Unbroken runs of readings; a day without enough data breaks the line. */
  readonly lines: readonly (readonly Point[])[];
  /** The last reading of each month. */
  readonly monthly: readonly Point[];
  /** First days of months, at most nine, and how much space each asks for to be shown. */
  readonly ticks: readonly { readonly x: number; readonly date: IsoDate; readonly shown: TickSpace }[];
}

/** Lays out readings (oldest first) over time. Undefined with fewer than two scores: there is nothing to draw. */
export function layOut(readings: readonly HealthAssessment[]): ScoreHistory | undefined {
  const scored = readings.filter((reading) => reading.outcome === 'scored');
  const [first, last] = [scored.at(0), scored.at(-1)];
  if (!first || !last || first.scoredOn === last.scoredOn) return undefined;
  const days = daysBetween(first.scoredOn, last.scoredOn);
  const xOf = (date: IsoDate) => round((daysBetween(first.scoredOn, date) / days) * 100);
  const pointOf = (reading: Scored): Point => ({ x: xOf(reading.scoredOn), reading });
  return {
    axisFrom: scored.some(({ score }) => score < clearOfTheFloor) ? 0 : raisedFloor,
    lines: runs(readings).map((run) => run.map(pointOf)),
    monthly: [...new Map(scored.map((reading) => [monthOf(reading.scoredOn), pointOf(reading)])).values()],
    ticks: monthStarts(first.scoredOn, last.scoredOn).map((date, i) => ({ x: xOf(date), date, shown: spaceFor(i) })),
  };
}

const raisedFloor = 40;
const clearOfTheFloor = 50;

function runs(readings: readonly HealthAssessment[]): Scored[][] {
  const found: Scored[][] = [[]];
  for (const reading of readings) {
    if (reading.outcome === 'scored') found.at(-1)?.push(reading);
    else found.push([]);
  }
  return found.filter((run) => run.length > 0);
}

const spaceFor = (i: number): TickSpace => (i % 4 === 0 ? 'always' : i % 2 === 0 ? 'medium' : 'spacious');

const mostTicks = 9;

/** First days of months in between, every 1, 3, 6 or 12 months so that few enough remain. */
function monthStarts(from: IsoDate, to: IsoDate): IsoDate[] {
  const months = monthsBetween(monthOf(from), monthOf(to));
  const step = [1, 3, 6].find((size) => months / size <= mostTicks) ?? 12;
  return Array.from({ length: months }, (_, i) => addMonths(monthOf(from), i + 1))
    .filter((month) => (monthNumber(month) - 1) % step === 0)
    .map(firstDay);
}

const round = (percent: number) => Math.round(percent * 100) / 100;
