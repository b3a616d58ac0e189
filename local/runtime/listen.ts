import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { AppError } from '#shared/domain/errors.ts';

export interface Listening {
  readonly url: string;
  /** Takes no new requests and waits for those under way, at most two seconds. */
  close(): Promise<void>;
}

const onlyThisMachine = '127.0.0.1';
const ourNames = ['localhost', onlyThisMachine, '[::1]'];
const patienceMs = 2_000;

/**
 * Serves the app to this machine alone, on a port (0 for any free one). A request that names another host is refused, so
 * that no web page can reach us by pointing its own name here. Throws `settings.invalid` when the port is taken.
 */
export function listen(app: Pick<Hono, 'fetch'>, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const fetch = (request: Request) => (isForUs(request) ? app.fetch(request) : refusal());
    const server = serve({ fetch, port, hostname: onlyThisMachine }, (address) => {
      resolve({ url: `http://localhost:${address.port}`, close: () => close(server as Server) });
    });
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const problem = `port ${port} is in use; choose another one, for example --port ${port + 1}`;
      reject(cause.code === 'EADDRINUSE' ? new AppError('settings.invalid', { problem }, { cause }) : cause);
    });
  });
}

/** Senders of webhooks and command-line tools give no Origin; a page of another site gives its own. */
function isForUs({ headers }: Request): boolean {
  const host = headers.get('host') ?? '';
  const origin = headers.get('origin');
  return ourNames.includes(host.replace(/:\d+$/, '')) && (origin === null || origin === `http://${host}`);
}

const refusal = () => Response.json({ error: 'this address is for the machine it runs on' }, { status: 403 });

async function close(server: Server): Promise<void> {
  const impatience = setTimeout(() => server.closeAllConnections(), patienceMs);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(impatience);
}
