import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pacedMailer } from '#shared/adapters/paced-mailer.ts';
import { AppError } from '#shared/domain/errors.ts';
import { freshBucket, type Rate, takeToken } from '#shared/domain/mail/token-bucket.ts';

/** When a worker that always has more to send does so, in milliseconds. */
function sendTimes(rate: Rate, startMs: number, count: number): number[] {
  let bucket = freshBucket;
  let now = startMs;
  return Array.from({ length: count }, () => {
    const taken = takeToken(bucket, now, rate);
    bucket = taken.bucket;
    now += taken.waitMs;
    return now;
  });
}

describe('the token bucket', () => {
  it('keeps all workers together under 80 % of the rate in any stretch of time, but for one mail each', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 5 }),
        fc.nat(1_000),
        (perSecond, workers, phase) => {
          const rate = { perSecond, workers };
          const times = Array.from({ length: workers }, (_, i) => sendTimes(rate, i * phase, 40))
            .flat()
            .sort((a, b) => a - b);
          for (const [first, from] of times.entries())
            for (const [last, to] of times.entries())
              if (last >= first)
                expect(last - first + 1).toBeLessThanOrEqual(0.8 * perSecond * ((to - from) / 1000) + workers + 1e-6);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('makes nobody wait who comes seldom', () => {
    expect(takeToken({ nextAt: 5_000 }, 9_000, { perSecond: 1, workers: 2 })).toEqual({
      waitMs: 0,
      bucket: { nextAt: 11_500 },
    });
  });
});

describe('a storm of throttling', () => {
  /** Takes at most so many in any second, as SES does, and refuses the others. */
  const strictService = (perSecond: number, now: () => number) => {
    const [taken, refused]: [number[], number[]] = [[], []];
    return {
      taken,
      refused,
      async send() {
        const lately = taken.filter((at) => at > now() - 1_000);
        (lately.length >= perSecond ? refused : taken).push(now());
        if (lately.length >= perSecond) throw new AppError('mail.throttled');
        return { messageId: 'm' };
      },
    };
  };

  /** Two workers on one clock, each sending as soon as its turn comes; the clock jumps to the next turn. */
  async function sendAll(perSecond: number, mails: number, allowed = perSecond) {
    let now = 0;
    const waiting: { at: number; go: () => void }[] = [];
    const service = strictService(allowed, () => now);
    const wait = (ms: number) => new Promise<void>((go) => waiting.push({ at: now + ms, go }));
    let left = mails;
    const work = async () => {
      const clock = { wall: () => new Date(now) };
      const mailer = pacedMailer(service, { rate: { perSecond, workers: 2 }, clock, wait });
      while (left > 0) {
        left--;
        await mailer.turn();
        await mailer.send({ sendId: 'x', to: 'a@b.example', subject: '', text: '', html: '' }).catch(() => left++);
      }
    };
    const workers = Promise.all([work(), work()]);
    let done = false;
    void workers.then(() => {
      done = true;
    });
    while (!done) {
      await new Promise((turn) => setImmediate(turn));
      waiting.sort((a, b) => a.at - b.at);
      const next = waiting.shift();
      if (next) {
        now = next.at;
        next.go();
      }
    }
    return { ...service, tookMs: now };
  }

  it('never comes about by ourselves: at 14 a second SES refuses none of 1,000', async () => {
    const { taken, refused, tookMs } = await sendAll(14, 1_000);
    expect(taken).toHaveLength(1_000);
    expect(refused).toEqual([]);
    expect(1_000 / (tookMs / 1000)).toBeGreaterThan(0.75 * 14);
  });

  it('ends under the bucket when somebody else uses most of the rate: all are sent, few are refused', async () => {
    const { taken, refused } = await sendAll(14, 300, 3);
    expect(taken).toHaveLength(300);
    for (const at of taken)
      expect(taken.filter((other) => other > at - 1_000 && other <= at).length).toBeLessThanOrEqual(3);
    expect(refused.length).toBeLessThan(300);
  });
});
