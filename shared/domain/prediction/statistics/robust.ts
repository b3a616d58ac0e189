/** The middle value; NaN for none. Missing values (NaN) are left out. */
export function median(values: ArrayLike<number>): number {
  const sorted = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? Number.NaN;
    if (!Number.isNaN(value)) sorted[count++] = value;
  }
  return sortedQuantile(ascending(sorted.subarray(0, count)), 0.5);
}

/** Sorts in place; by insertion while that is faster than the built-in sort, which is as long as a client's history. */
function ascending(values: Float64Array): Float64Array {
  if (values.length > 64) return values.sort();
  for (let i = 1; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    let at = i;
    for (; at > 0 && (values[at - 1] ?? 0) > value; at -= 1) values[at] = values[at - 1] ?? 0;
    values[at] = value;
  }
  return values;
}

/** The value below which a share `p` of the sorted values lies, interpolated (type 7 of Hyndman and Fan, as in R and numpy). */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  const position = (sorted.length - 1) * p;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/** The median distance from the median, times 1.4826: a standard deviation that outliers cannot move. */
export function robustDeviation(values: ArrayLike<number>): number {
  const centre = median(values);
  const distances = new Float64Array(values.length);
  for (let i = 0; i < values.length; i += 1) distances[i] = Math.abs((values[i] ?? Number.NaN) - centre);
  return 1.4826 * median(distances);
}

/** The values held within 3.5 robust standard deviations of their median, and never held closer than `leastReach`. */
export function winsorised(values: Float64Array, leastReach: number): Float64Array {
  const centre = median(values);
  if (!values.some((value) => Math.abs(value - centre) > leastReach)) return values;
  const reach = Math.max(leastReach, 3.5 * robustDeviation(values));
  const held = new Float64Array(values.length);
  for (let i = 0; i < values.length; i += 1)
    held[i] = Math.max(centre - reach, Math.min(centre + reach, values[i] ?? Number.NaN));
  return held;
}

/** The Theil-Sen slope: the median of the slopes between all pairs of values, per step; missing values (NaN) are left out. */
export function theilSenSlope(values: ArrayLike<number>): number {
  const slopes: number[] = [];
  for (let i = 0; i < values.length; i += 1)
    for (let j = i + 1; j < values.length; j += 1) {
      const slope = ((values[j] ?? Number.NaN) - (values[i] ?? Number.NaN)) / (j - i);
      if (!Number.isNaN(slope)) slopes.push(slope);
    }
  return median(slopes);
}

/** The mean of the values present; NaN for none. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? Number.NaN : sum / count;
}
