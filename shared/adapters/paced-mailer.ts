import { setTimeout as sleep } from 'node:timers/promises';
import { isAppError } from '#shared/domain/errors.ts';
import { afterThrottle, freshBucket, type Rate, takeToken } from '#shared/domain/mail/token-bucket.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Mailer } from '#shared/ports/mailer.ts';

interface Pacing {
  readonly rate: Rate;
  readonly clock: Pick<Clock, 'wall'>;
  /** Waits, in milliseconds. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** A mailer that keeps to a rate, as far as this process is concerned, and pauses when the service says it is too fast. */
export function pacedMailer(mailer: Omit<Mailer, 'turn'>, { rate, clock, wait = sleep }: Pacing): Mailer {
  let bucket = freshBucket;
  const now = () => clock.wall().getTime();
  return {
    async turn() {
      const taken = takeToken(bucket, now(), rate);
      bucket = taken.bucket;
      if (taken.waitMs > 0) await wait(taken.waitMs);
    },
    async send(mail) {
      try {
        return await mailer.send(mail);
      } catch (error) {
        if (isAppError(error, 'mail.throttled')) bucket = afterThrottle(bucket, now());
        throw error;
      }
    },
  };
}
