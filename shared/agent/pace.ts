/** Waiting and chance, so that a test can do without either. */
export interface Pace {
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export const realPace: Pace = {
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
};

/** What came of a promise within so many milliseconds, else what `late` makes of it. The promise itself goes on. */
export async function within<T>(ms: number, promise: Promise<T>, late: () => never): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<'over'>((resolve) => {
    timer = setTimeout(() => resolve('over'), Math.max(0, ms));
  });
  try {
    const first = await Promise.race([promise, over]);
    return first === 'over' ? late() : first;
  } finally {
    clearTimeout(timer);
  }
}
