import { webhookSources } from '#events/catalogue.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import { addDays, dateIn } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { defaultPort } from './open-data.ts';
import { bold } from './terminal.ts';

export interface Welcome {
  readonly url: string;
  readonly now: Date;
  readonly clients: readonly Client[];
  readonly secret: string;
  readonly secretsFile: string;
  readonly directory: string;
}

/** Where to look, and what to try, once the system is running. */
export function welcome({ url, now, clients, secret, secretsFile, directory }: Welcome): string {
  const data = directory === '.data' ? '' : ` --data ${directory}`;
  const to = url === `http://localhost:${defaultPort}` ? '' : ` --url ${url}`;
  const customer = clients.find(({ status, services }) => status === 'active' && services.includes('flextime'));
  const report = customer && JSON.stringify(exampleReport(customer, now));
  return [
    '',
    `  ${bold('Look')}      ${url}  (clients worst first, each with its evidence; desk, calendar, outbox, agents, failures)`,
    `  ${bold('Send')}      POST ${url}/webhooks/<source>  with <source> one of ${webhookSources.join(', ')},`,
    '            signed by Standard Webhooks with the secret',
    `            ${secret}  (kept in ${secretsFile})`,
    ...(report ? [`  ${bold('Try')}       npm run csm -- send usage${data}${to} '${report}'`] : []),
    `  ${bold('Import')}    npm run csm -- import portfolio FILE${data}`,
    `  ${bold('End')}       Ctrl-C; the next start goes on from ${directory}`,
    '',
  ].join('\n');
}

/** The figures of a quiet day yesterday. */
const exampleReport = ({ clientId }: Client, now: Date) => ({
  type: 'usage.reported',
  clientId,
  date: addDays(dateIn(businessZone, now), -1),
  product: 'flextime',
  metrics: { dailyActiveUsers: 41, schedulingSessions: 96, optimizationRuns: 12, travelSavings: 18250 },
});
