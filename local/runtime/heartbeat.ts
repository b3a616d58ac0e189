import { setTimeout as sleep } from 'node:timers/promises';

/** Does something again and again, never twice at once, resting in between. `stop` waits for the one under way. */
export function heartbeat(restMs: number, beat: () => Promise<unknown>): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      await beat();
      await sleep(restMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const running = run();
  return {
    stop() {
      stopping.abort();
      return running;
    },
  };
}
