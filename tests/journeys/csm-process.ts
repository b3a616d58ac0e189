import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A `csm` of its own, as an operator runs it. */
export interface CsmProcess {
  /** The first match of a pattern in what it wrote, as soon as it is there. Throws when the process ends without it. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  interrupt(): void;
  readonly ended: Promise<Ended>;
}

const started: CsmProcess[] = [];

/** Ends whatever a failed test left running. */
export const interruptAll = (): void => {
  for (const running of started) running.interrupt();
};

export function startCsm(...args: readonly string[]): CsmProcess {
  const env = { ...process.env, NO_COLOR: '1' };
  const child = spawn(process.execPath, ['local/csm.ts', ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: Number(code ?? -1), out, err }));
  const running: CsmProcess = {
    async says(pattern) {
      for (;;) {
        const match = pattern.exec(out);
        if (match) return match;
        const done = await Promise.race([ended, once(child.stdout, 'data').then(() => undefined)]);
        if (done) throw new Error(`csm ended (${done.code}) without saying ${pattern}:\n${done.out}${done.err}`);
      }
    },
    interrupt: () => void child.kill('SIGINT'),
    ended,
  };
  started.push(running);
  return running;
}

/** Runs one command to its end. */
export const csm = (...args: readonly string[]): Promise<Ended> => startCsm(...args).ended;
