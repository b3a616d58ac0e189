import { signWebhook } from '#local/command/sign-webhook.ts';
import type { RuntimeOptions } from '#local/runtime/runtime.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { addDays, IsoDate } from '#shared/domain/values/iso-date.ts';
import { registerJsx } from '#shared/runtime/jsx.ts';

registerJsx();
const { openRuntime } = await import('#local/runtime/runtime.ts');
const { Client } = await import('#shared/domain/clients/client.ts');

export const today = IsoDate.parse('2026-11-20');
const secret = `whsec_${Buffer.from('bench').toString('base64')}`;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The whole system in one process, on a day that stands still until it is moved. */
export function benchWorld(file: string, more: Partial<RuntimeOptions> = {}) {
  let time = Date.parse(`${today}T15:00:00Z`);
  const clock = { now: () => new Date(time), wall: () => new Date(time) };
  const settings = {
    operatorAddress: 'operator@heliix.example',
    fromAddress: 'success@heliix.example',
    postalAddress: 'HELiiX AI Solutions, 1 Example Street, Example City',
    dashboardUrl: 'http://localhost:8787',
  };
  const runtime = openRuntime({
    file,
    clock,
    log: quiet,
    secrets: { active: async () => [secret] },
    settings,
    ...more,
  });
  return {
    ...runtime,
    moveDays(days: number) {
      time += days * 86_400_000;
    },
    async post(source: string, id: string, report: unknown) {
      const body = JSON.stringify(report);
      const headers = signWebhook(secret, id, clock.wall(), body);
      const { status } = await runtime.app.request(`/webhooks/${source}`, { method: 'POST', headers, body });
      if (status !== 202) throw new Error(`answered ${status}`);
    },
  };
}

/** A conference of the bench; none of them exists. */
export const benchClient = (n: number) =>
  Client.parse({
    clientId: ClientId.parse(`client-${n}`),
    name: `Conference ${n}`,
    type: 'mid-major-conference',
    status: 'active',
    memberSchools: 12,
    staffSeats: 40,
    services: ['flextime'],
    timeZone: 'America/Chicago',
    fiscalYearEnd: '06-30',
    provenance: 'simulated',
  });

/** A day's usage of one of them, so many days ago. */
export const usageReport = (n: number, daysAgo: number) => ({
  type: 'usage.reported',
  clientId: `client-${n}`,
  date: addDays(today, -daysAgo),
  product: 'flextime',
  metrics: { dailyActiveUsers: 41, schedulingSessions: 96, optimizationRuns: 12, travelSavings: 18250 },
});

export const survey = (n: number, id: string, daysAgo: number, score: number) => ({
  type: 'survey.answered',
  clientId: `client-${n}`,
  date: addDays(today, -daysAgo),
  surveyId: id,
  score,
});

export const { functions: registry } = await import('#functions/index.ts');
