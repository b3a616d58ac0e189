/** A rule as data: at each x, rising, a y; straight lines between them, level beyond both ends. */
export interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Reads a curve at x. */
export function along(curve: Curve, x: number): number {
  const next = curve.x.findIndex((at) => x <= at);
  const [toX = 0, toY = 0] = [curve.x.at(next), curve.y.at(next)];
  if (next <= 0) return toY;
  const [fromX = 0, fromY = 0] = [curve.x[next - 1], curve.y[next - 1]];
  return fromY + ((toY - fromY) * (x - fromX)) / (toX - fromX);
}
