/** How each feature is brought to mean 0 and unit scale. */
export interface Scaling {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

/** Means and standard deviations of the values present; a feature that never varies gets deviation 1. */
export function fitScaling(rows: readonly Float64Array[]): Scaling {
  const width = rows[0]?.length ?? 0;
  const mean: number[] = [];
  const deviation: number[] = [];
  for (let j = 0; j < width; j += 1) {
    let count = 0;
    let sum = 0;
    let squares = 0;
    for (const row of rows) {
      const value = row[j] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      count += 1;
      sum += value;
      squares += value * value;
    }
    const centre = count === 0 ? 0 : sum / count;
    const variance = count === 0 ? 0 : squares / count - centre * centre;
    mean.push(centre);
    deviation.push(variance > 1e-12 ? Math.sqrt(variance) : 1);
  }
  return { mean, deviation };
}

/** The row at mean 0 and unit scale; a missing value (NaN) becomes 0, the mean: no information either way. */
export function standardise(row: Float64Array, { mean, deviation }: Scaling): Float64Array {
  const scaled = new Float64Array(row.length);
  for (let j = 0; j < row.length; j += 1) {
    const value = ((row[j] ?? Number.NaN) - (mean[j] ?? 0)) / (deviation[j] ?? 1);
    scaled[j] = Number.isNaN(value) ? 0 : value;
  }
  return scaled;
}
