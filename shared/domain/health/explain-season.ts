/**
 * The score of a dimension had we not known of the season, when that differs: the lines of a score are before the season,
 * which has a line of its own. `weight` is its share of the weights measured, 0 to 1; `hundredths` its line. Lines are
 * rounded to hundredths, so a smaller difference than theirs says nothing.
 */
export function beforeSeason(score: number, weight: number, hundredths: number): number | undefined {
  const before = hundredths / 100 / weight;
  return Math.abs(before - score) * weight > 0.01 ? before : undefined;
}
