/** A line of a waterfall: it begins where the one before it ended. Hundredths of a point. */
export type Step<Line> = Line & { readonly from: number; readonly to: number };

/** Lays lines end to end from a start; the last ends at the start plus their sum. */
export function waterfall<Line extends { readonly hundredths: number }>(
  start: number,
  lines: readonly Line[],
): Step<Line>[] {
  let reached = start;
  return lines.map((line) => {
    const from = reached;
    reached += line.hundredths;
    return { ...line, from, to: reached };
  });
}

export interface Axis {
  /** Points, 0 to 100. */
  readonly from: number;
  readonly to: number;
  /** Ascending, from the first to the last point of the axis. */
  readonly ticks: readonly number[];
}

/** All the scores there are. */
export const wholeAxis: Axis = { from: 0, to: 100, ticks: [0, 25, 50, 75, 100] };

/** An axis in whole points that holds every step, spans 10 at least, so that little looks little, and stays within 0 to 100. */
export function axisAround(steps: readonly { readonly from: number; readonly to: number }[]): Axis {
  const ends = steps.flatMap(({ from, to }) => [from / 100, to / 100]);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const width = [2, 5, 10, 20, 25].find((size) => (most - least) / size <= 5 && size * 5 >= 10) ?? 25;
  let from = Math.max(0, Math.floor((least - 0.01) / width) * width);
  let to = Math.min(100, Math.ceil((most + 0.01) / width) * width);
  while (to - from < 10) {
    if (from > 0) from -= width;
    if (to < 100 && to - from < 10) to += width;
  }
  return {
    from: Math.max(0, from),
    to: Math.min(100, to),
    ticks: ticksOf(Math.max(0, from), Math.min(100, to), width),
  };
}

const ticksOf = (from: number, to: number, width: number): number[] =>
  Array.from({ length: Math.floor((to - from) / width + 1e-9) + 1 }, (_, at) => from + at * width);
