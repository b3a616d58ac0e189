import type { Received } from '#events/define-event.ts';
import { HealthBandChanged } from '#events/health-band-changed.ts';
import { type Deps, defineEventFunction } from '#functions/define-function.ts';
import { bandSignals } from '#shared/domain/alerts/band-signals.ts';
import { decideAlerts } from '#shared/domain/alerts/decide-alerts.ts';
import { sayWeakest } from '#shared/domain/alerts/say-weakest.ts';
import { AppError } from '#shared/domain/errors.ts';
import { riskAfter } from '#shared/domain/risk/risk.ts';
import { dateIn, instantOf } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { alerts } from '#shared/store/alert.ts';
import { clients } from '#shared/store/client.ts';
import { health } from '#shared/store/health.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { risks } from '#shared/store/risk.ts';
import { afterwards, alertChanges } from './alert-changes.ts';

export const raiseAlert = defineEventFunction({
  name: 'raise-alert',
  purpose: 'Turns a change of band into one open alert with owner, due date and play, and a mail to the operator.',
  on: [HealthBandChanged],
  needs: ['table:write', 'personal-data:open', 'mail:queue'],
  partitions: ['CLIENT#', 'MAIL#', 'EVENT#'],
  run: (deps, event) => retryOnConflict(() => raise(deps, event)),
});

/** The alert remembers the event's id, so the same change never counts twice. */
async function raise(
  { table, clock, settings }: Deps<'table:write' | 'mail:queue'>,
  { id, detail: { clientId, ...change } }: Received<typeof HealthBandChanged>,
): Promise<void> {
  const [client, known, risk, standing] = await Promise.all([
    clients.get(table, clientId),
    alerts.of(table, clientId),
    risks.of(table, clientId),
    health.standing(table, clientId),
  ]);
  if (!client) throw new AppError('client.not-found', { clientId });

  const now = instantOf(clock.now());
  const today = dateIn(businessZone, clock.now());
  const evidence = standing ? sayWeakest(standing.assessment) : [];
  const signals = bandSignals(client, change, known, evidence);
  const decided = decideAlerts(signals, known, clientId, { id, on: change.scoredOn, at: now });
  if (decided.length === 0) return;

  const moved = riskAfter(risk, { client, alerts: afterwards(known, decided), bands: [], today });
  await table.commit([...alertChanges(decided, client, settings, now), ...(moved ? [risks.put(moved, risk)] : [])]);
}
