import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { dashboard } from '#functions/dashboard/dashboard.ts';
import { httpApp } from '#shared/runtime/http.ts';
import { seededPortfolio } from '#tests/unit/dashboard/seeded-portfolio.ts';

/** Serves the dashboard of the seeded portfolio on a free port. */
export async function serveDashboard(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createAdaptorServer({ fetch: httpApp([dashboard], await seededPortfolio()).fetch });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((done, failed) => server.close((error) => (error ? failed(error) : done()))),
  };
}

/** One address of each page, and the 404. */
export const pages = [
  '/',
  '/clients/american',
  '/clients/sec',
  '/outbox',
  '/outbox/alert-band-mountain-west-unknown',
  '/failures',
  '/clients/nobody',
] as const;
