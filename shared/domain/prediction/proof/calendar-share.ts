/** A client's score in one month, with the peer group whose calendar it follows. */
export interface DatedScore {
  readonly client: number;
  readonly group: string;
  /** Months since year 0. */
  readonly asOf: number;
  readonly score: number;
}

/**
 * The share of the variance of scores within clients that the calendar month explains, per peer group, corrected for chance
 * (omega squared: the share that means of random cells would explain anyway is taken off). Around 0 for a score free of seasons.
 */
export function calendarShare(scores: readonly DatedScore[]): number {
  const means = new Map(
    [...Map.groupBy(scores, ({ client }) => client)].map(([client, own]) => [
      client,
      mean(own.map(({ score }) => score)),
    ]),
  );
  const cells = Map.groupBy(
    scores.map((point) => ({ ...point, within: point.score - (means.get(point.client) ?? 0) })),
    ({ group, asOf }) => `${group} ${asOf % 12}`,
  );
  let total = 0;
  let between = 0;
  for (const cell of cells.values()) {
    const centre = mean(cell.map(({ within }) => within));
    between += cell.length * centre * centre;
    for (const { within } of cell) total += within * within;
  }
  const groups = new Set(scores.map(({ group }) => group)).size;
  const calendarFreedom = cells.size - groups;
  const noise = (total - between) / (scores.length - means.size - calendarFreedom);
  return (between - calendarFreedom * noise) / (total + noise);
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
