/** When the next token can be had, in milliseconds since 1970. It holds one at most, so that nothing comes in bursts. */
export interface TokenBucket {
  readonly nextAt: number;
}

export interface Rate {
  /** What the service allows in all, a second. */
  readonly perSecond: number;
  /** How many workers share it without knowing of each other. */
  readonly workers: number;
}

/** We stay this far below what the service allows (reliability.md). */
const shareUsed = 0.8;

export const freshBucket: TokenBucket = { nextAt: 0 };

/** Milliseconds between two sends of one worker. */
const spacingMs = ({ perSecond, workers }: Rate): number => (1000 * workers) / (perSecond * shareUsed);

/**
 * Takes a token: how long to wait for it from now, in milliseconds, and the bucket afterwards. In any `t` seconds all
 * workers together send at most 80 % of `t` times the rate, and one mail more each.
 */
export function takeToken(bucket: TokenBucket, nowMs: number, rate: Rate): { waitMs: number; bucket: TokenBucket } {
  const at = Math.max(nowMs, bucket.nextAt);
  return { waitMs: at - nowMs, bucket: { nextAt: at + spacingMs(rate) } };
}

/** The service says it was too fast all the same (another sender shares the account): a pause of at least a second. */
export const afterThrottle = (bucket: TokenBucket, nowMs: number): TokenBucket => ({
  nextAt: Math.max(bucket.nextAt, nowMs + 1000),
});
