import { daysBetween, IsoDate } from '#shared/domain/values/iso-date.ts';

/** Numbers from 0 to 1, both excluded, the same for the same seed. */
function uniform(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

const first = IsoDate.parse('2021-12-01');
const days = 2_000;
const window = 30;

/** Scores of a client to whom nothing happens: each the mean of 30 days of white noise, about 75 and `width` points wide. */
export function whiteNoise<D extends string>(seed: number, width: number, dimensions: readonly D[]) {
  const random = uniform(seed);
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const scores = new Map(
    dimensions.map((dimension) => {
      const daily = Array.from({ length: days }, normal);
      let sum = 0;
      return [
        dimension,
        daily.map((value, at) => {
          sum += value - (at < window ? 0 : (daily[at - window] ?? 0));
          return Math.round(Math.max(0, Math.min(100, 75 + (width * sum) / Math.sqrt(window))) * 100) / 100;
        }),
      ] as const;
    }),
  );
  return (dimension: D, on: IsoDate): number => scores.get(dimension)?.[daysBetween(first, on) + window] ?? 75;
}
