import type { Cap } from './cadence-rules.ts';
import type { Obstacle } from './obstacle.ts';

const hourMs = 3_600_000;

/**
 * A cap on mails at these moments (milliseconds, ascending, past and planned). It is clear where one more mail would put
 * no stretch of the cap's length over its number, neither one that ends there nor one that begins there, so that a mail
 * now cannot take the place of one that is planned and more important.
 */
export function capObstacle({ mails, hours, reason }: Cap, moments: readonly number[]): Obstacle {
  const span = hours * hourMs;
  return {
    reason,
    clearFrom(from) {
      let at = from;
      while (!fits(moments, at, mails, span)) {
        const freed = moments.find((moment) => moment + span > at);
        if (freed === undefined) return Number.POSITIVE_INFINITY;
        at = freed + span;
      }
      return at;
    },
  };
}

/** Whether no `mails` + 1 neighbours, with the new one among them, lie closer together than the span. */
function fits(moments: readonly number[], at: number, mails: number, span: number): boolean {
  const later = moments.findIndex((moment) => moment > at);
  const place = later < 0 ? moments.length : later;
  for (let before = 0; before <= mails; before += 1) {
    const first = before === 0 ? at : moments[place - before];
    const last = before === mails ? at : moments[place + mails - before - 1];
    if (first !== undefined && last !== undefined && last - first < span) return false;
  }
  return true;
}
