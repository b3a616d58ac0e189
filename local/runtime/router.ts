import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryQueue } from '#shared/adapters/sqlite/queue.ts';
import type { Log } from '#shared/ports/log.ts';

/** Keeps events moving from where they were committed to the functions that listen. */
export interface Router {
  /** Something was committed or queued: look now rather than at the next poll. */
  wake(): void;
  /** Works until nothing waits, what is to be tried again included. Tells now and then how many deliveries still wait. */
  drain(onWaiting?: (deliveries: number) => void): Promise<void>;
  /** Works until `stop`. */
  start(): void;
  /** Works off what is due now, for at most a few seconds, and ends. What is left waits in the file. */
  stop(): Promise<void>;
}

interface Routing {
  /** Moves what is due one step and says whether there was anything. */
  readonly step: () => Promise<boolean>;
  readonly queue: Pick<DeliveryQueue, 'depth'>;
  readonly log: Log;
}

/** Another process may write to the same file, so that we look even when nobody wakes us. */
const pollMs = 200;
const graceMs = 3_000;

export function router({ step, queue, log }: Routing): Router {
  let wakeUp = () => {};
  let running: Promise<void> | undefined;
  let stopping = false;

  const waiting = () => {
    const depth = queue.depth();
    return depth.waiting + depth.leased;
  };
  /** Until nothing is due. Other work of this process (requests) gets its turn after every step. */
  const workOff = async (until = Number.POSITIVE_INFINITY, onWaiting = (_: number) => {}) => {
    while (Date.now() < until && (await step())) {
      const left = waiting();
      if (left > 0) onWaiting(left);
      await nextTurn();
    }
  };
  const rest = (ms: number) => {
    const timer = new AbortController();
    const woken = new Promise<void>((resolve) => {
      wakeUp = resolve;
    });
    const slept = sleep(ms, undefined, { signal: timer.signal }).catch(() => {});
    return Promise.race([woken, slept]).finally(() => timer.abort());
  };
  const run = async () => {
    while (!stopping) {
      await workOff().catch((error: unknown) => log.error('the router stumbled', { error: String(error) }));
      if (!stopping) await rest(pollMs);
    }
  };

  return {
    wake: () => wakeUp(),
    async drain(onWaiting) {
      await workOff(undefined, onWaiting);
      while (waiting() > 0) {
        await sleep(20);
        await workOff(undefined, onWaiting);
      }
    },
    start() {
      stopping = false;
      running ??= run();
    },
    async stop() {
      stopping = true;
      wakeUp();
      await running;
      running = undefined;
      await workOff(Date.now() + graceMs);
    },
  };
}
