/** Rounds parts to whole numbers that sum to `total`: all down, then those with the largest remainders up (Hamilton's method). */
export function largestRemainder(parts: readonly number[], total: number): number[] {
  const down = parts.map(Math.floor);
  const left = total - sum(down);
  const byRemainder = parts.map((part, at) => ({ at, remainder: part - Math.floor(part) }));
  const up = new Set(
    byRemainder
      .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
      .slice(0, left)
      .map(({ at }) => at),
  );
  return down.map((value, at) => (up.has(at) ? value + 1 : value));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
