import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { dashboard } from '#functions/dashboard/dashboard.ts';
import { decideMail } from '#functions/decide-mail/decide-mail.ts';
import { decideProposal } from '#functions/decide-proposal/decide-proposal.ts';
import { httpApp } from '#shared/runtime/http.ts';
import { seedDesk } from '#tests/unit/dashboard/seeded-desk.ts';
import { seeded } from '#tests/unit/dashboard/seeded-mail.ts';
import { seededPortfolio } from '#tests/unit/dashboard/seeded-portfolio.ts';
import { seededRunId, seedRun } from '#tests/unit/dashboard/seeded-run.ts';

/** Serves the dashboard of the seeded portfolio on a free port. */
export async function serveDashboard(): Promise<{ url: string; close(): Promise<void> }> {
  const here = await seededPortfolio();
  await seedRun(here);
  await seedDesk(here);
  const server = createAdaptorServer({ fetch: httpApp([dashboard, decideMail, decideProposal], here).fetch });
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
  '/calendar',
  `/calendar/american/${seeded.approval}`,
  `/calendar/american/${seeded.unwritable}`,
  `/calendar/american/${seeded.dropped}`,
  '/decisions',
  '/runs',
  `/runs/${seededRunId}`,
  '/outbox',
  `/outbox/${seeded.mailId}?as=dark`,
  '/outbox/alert-band-mountain-west-unknown',
  '/failures',
  '/clients/nobody',
] as const;
