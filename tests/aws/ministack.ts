import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const python = resolve('.venv/bin/python');
const requirements = 'tests/aws/requirements.txt';

export interface MiniStack {
  readonly endpoint: string;
  /** What the AWS command lines and clients need to find it. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Installs the emulated AWS into `.venv` unless it is there. Throws a sentence saying what is missing. */
export function installMiniStack(): void {
  try {
    if (!existsSync(python)) execFileSync('python3', ['-m', 'venv', '.venv'], { stdio: 'pipe' });
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
    execFileSync(python, pip, { stdio: 'pipe' });
  } catch (cause) {
    throw new Error(
      'The emulated AWS could not be installed. It needs python3 (3.10 or newer, with venv) and access to PyPI, for ' +
        `the package in ${requirements}.`,
      { cause },
    );
  }
}

/** Starts the emulated AWS on a free port, with this project's Node for its Lambdas, and waits until it answers. */
export async function startMiniStack(): Promise<MiniStack> {
  const port = await freePort();
  const directory = mkdtempSync(join(tmpdir(), 'heliix-aws-'));
  const log = join(directory, 'ministack.log');
  const endpoint = `http://localhost:${port}`;
  const env = {
    ...process.env,
    PATH: `${resolve('node_modules/.bin')}:${process.env.PATH}`,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    GATEWAY_PORT: String(port),
    STATE_DIR: join(directory, 'state'),
    BIND_HOST: '127.0.0.1',
  };
  const output = openSync(log, 'a');
  // A group of its own, so that the Lambdas it starts end with it.
  const server = spawn(python, ['-m', 'ministack'], { env, detached: true, stdio: ['ignore', output, output] });
  const stop = async () => {
    await endGroup(server);
    rmSync(directory, { recursive: true, force: true });
  };
  process.once('exit', () => killGroup(server, 'SIGKILL'));
  try {
    await answering(`${endpoint}/_ministack/health`);
  } catch (cause) {
    const said = readFileSync(log, 'utf8').slice(-2_000);
    await stop();
    throw new Error(`The emulated AWS did not start:\n${said}`, { cause });
  }
  return { endpoint, env, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function answering(url: string): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    if (Date.now() > until) throw new Error(`${url} did not answer within a minute`);
    await sleep(200);
  }
}

async function endGroup(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  killGroup(server, 'SIGTERM');
  await Promise.race([ended, sleep(5_000)]);
  killGroup(server, 'SIGKILL');
}

function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}
