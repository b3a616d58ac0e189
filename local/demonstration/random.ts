/**
 * Numbers from 0 up to 1 that depend on nothing but these words: the same words give the same numbers, any other words
 * unrelated ones. So any day can be generated alone. FNV-1a seeds mulberry32; neither is for secrets.
 */
export function randomFrom(...words: readonly (string | number)[]): () => number {
  let state = 0x811c9dc5;
  for (const character of words.join('|')) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A normally distributed number around 0 (sum of twelve uniform ones, so never beyond 6 times the spread). */
export function scatter(random: () => number, spread: number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum * spread;
}

/** A factor around 1, never negative: 0.1 means usually within 10 %. */
export const wobble = (random: () => number, spread: number): number => Math.exp(scatter(random, spread));

/** One of the choices, each as likely as its weight. */
export function pick<T>(random: () => number, choices: readonly (readonly [T, number])[], otherwise: T): T {
  let left = random() * choices.reduce((total, [, weight]) => total + weight, 0);
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  return otherwise;
}
