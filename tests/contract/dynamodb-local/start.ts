import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const emulator = join(import.meta.dirname, 'node_modules/amplify-dynamodb-simulator/emulator');
const startsWithinMs = 30_000;

/** Why DynamoDB Local cannot run here, or undefined when it can. */
export function whyNotHere(): string | undefined {
  if (!existsSync(emulator)) return 'its package is not installed: npm ci --prefix tests/contract/dynamodb-local';
  if (spawnSync('java', ['-version']).status !== 0) return 'there is no Java';
  return undefined;
}

/** Starts DynamoDB Local, in memory, on a free port, and waits until it answers. It ends with this process or with `stop`. */
export async function startDynamoLocal(): Promise<{ endpoint: string; stop: () => void }> {
  const port = await freePort();
  const options = ['-inMemory', '-port', String(port), '-disableTelemetry'];
  const java = spawn('java', ['-Djava.library.path=DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar', ...options], {
    // It writes a file of its own into the folder it is started in.
    cwd: emulator,
    stdio: 'ignore',
  });
  const stop = () => void java.kill();
  process.once('exit', stop);
  const endpoint = `http://127.0.0.1:${port}`;
  await untilAnswering(endpoint, java);
  return { endpoint, stop };
}

async function untilAnswering(endpoint: string, java: ChildProcess): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < startsWithinMs; await wait(50)) {
    if (java.exitCode !== null) throw new Error(`DynamoDB Local ended with ${java.exitCode}.`);
    const answers = await fetch(endpoint).catch(() => undefined);
    if (answers) return;
  }
  throw new Error('DynamoDB Local did not answer in time.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
