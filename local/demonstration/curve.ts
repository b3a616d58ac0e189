/** A figure over the days of a story: corners `[day, value]` in order of days, straight lines between them, flat outside. */
export type Curve = readonly [Corner, ...Corner[]];
type Corner = readonly [day: number, value: number];

export function valueOn(curve: Curve, day: number): number {
  let before = curve[0];
  for (const corner of curve) {
    if (corner[0] > day) {
      const span = corner[0] - before[0];
      return span === 0 ? corner[1] : before[1] + ((corner[1] - before[1]) * (day - before[0])) / span;
    }
    before = corner;
  }
  return before[1];
}
