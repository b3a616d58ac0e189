/** The lower triangle L of a symmetric positive definite matrix (rows one after another), with L times its transpose the matrix. */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * size + j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (lower[i * size + k] ?? 0) * (lower[j * size + k] ?? 0);
      if (i !== j) lower[i * size + j] = sum / (lower[j * size + j] ?? 1);
      else if (sum > 0) lower[i * size + i] = Math.sqrt(sum);
      else throw new RangeError('the matrix is not positive definite');
    }
  return lower;
}

/** Solves the system of the matrix whose Cholesky factor is given. */
export function solveCholesky(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const x = right.slice();
  for (let i = 0; i < size; i += 1) {
    let sum = x[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= (lower[i * size + k] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (lower[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = x[i] ?? 0;
    for (let k = i + 1; k < size; k += 1) sum -= (lower[k * size + i] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (lower[i * size + i] ?? 1);
  }
  return x;
}

/** The sum over the rows of each row times itself, with a 1 put before its first value; only the lower triangle. */
export function crossProducts(rows: readonly Float64Array[], width: number): Float64Array {
  const size = width + 1;
  const sums = new Float64Array(size * size);
  const row = new Float64Array(size);
  row[0] = 1;
  for (const values of rows) {
    row.set(values, 1);
    for (let i = 0; i < size; i += 1) {
      const value = row[i] ?? 0;
      if (value === 0) continue;
      const at = i * size;
      for (let j = 0; j <= i; j += 1) sums[at + j] = (sums[at + j] ?? 0) + value * (row[j] ?? 0);
    }
  }
  return sums;
}
