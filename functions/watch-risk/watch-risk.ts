import type { Received } from '#events/define-event.ts';
import { HealthScored } from '#events/health-scored.ts';
import { LeadershipChanged } from '#events/leadership-changed.ts';
import { ScoringDue } from '#events/scoring-due.ts';
import { type Deps, defineEventFunction } from '#functions/define-function.ts';
import { afterwards, alertChanges } from '#functions/raise-alert/alert-changes.ts';
import { decideAlerts, loseAlerts, type News } from '#shared/domain/alerts/decide-alerts.ts';
import { earlyWarnings } from '#shared/domain/alerts/early-warnings.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import { AppError } from '#shared/domain/errors.ts';
import { currentFacts } from '#shared/domain/facts/fact.ts';
import type { HealthBand } from '#shared/domain/health/band.ts';
import { riskAfter } from '#shared/domain/risk/risk.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { addDays, dateIn, instantOf } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { alerts, type StoredAlert } from '#shared/store/alert.ts';
import { clients } from '#shared/store/client.ts';
import { facts } from '#shared/store/fact.ts';
import { health } from '#shared/store/health.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { risks } from '#shared/store/risk.ts';
import { loadReadings } from './load-readings.ts';

export const watchRisk = defineEventFunction({
  name: 'watch-risk',
  purpose:
    'Watches each dimension, the expected trend and the leaders of a client: opens, reopens and closes early warnings, and keeps its stage of risk.',
  on: [HealthScored, LeadershipChanged, ScoringDue],
  needs: ['table:write', 'personal-data:open', 'mail:queue'],
  partitions: ['CLIENT#', 'LEADERS#', 'SEASONS', 'MODEL', 'MAIL#', 'EVENT#'],
  // Apart, because a request to score says nothing of a client that is still one.
  coalesce: ({ detailType, detail }) => `${detailType === ScoringDue.detailType} ${detail.clientId}`,
  run: (deps, event) => retryOnConflict(() => watch(deps, event)),
});

type Woken = Received<typeof HealthScored> | Received<typeof LeadershipChanged> | Received<typeof ScoringDue>;

/** Decides from what is recorded, whatever woke it: woken twice, the second time finds nothing to change. */
async function watch(
  { table, clock, settings }: Deps<'table:write' | 'mail:queue'>,
  { id, detailType, detail }: Woken,
) {
  const { clientId } = detail;
  const client = await clients.get(table, clientId);
  if (!client) throw new AppError('client.not-found', { clientId });
  // A client that left is not scored again: the import that says so only asks for it.
  if (detailType === ScoringDue.detailType && client.status !== 'churned') return;

  const today = dateIn(businessZone, clock.now());
  const news = { id, on: today, at: instantOf(clock.now()) };
  const [known, risk, bands] = await Promise.all([
    alerts.of(table, clientId),
    risks.of(table, clientId),
    lastBands(table, clientId),
  ]);
  const decided = client.status === 'churned' ? loseAlerts(known, news) : await decide(table, client, known, news);
  const moved = riskAfter(risk, { client, alerts: afterwards(known, decided), bands, today });
  const changes = [...alertChanges(decided, client, settings, news.at), ...(moved ? [risks.put(moved, risk)] : [])];
  if (changes.length > 0) await table.commit(changes);
}

/** A successor is settled after 90 days: a year leaves room for nights on which nothing ran. */
const daysOfLeaders = 366;

async function decide(table: TableReader, client: Client, known: readonly StoredAlert[], news: News) {
  const [readings, recorded] = await Promise.all([
    loadReadings(table, client),
    facts.leadersSince(table, client.clientId, addDays(news.on, -daysOfLeaders)),
  ]);
  const leaders = currentFacts(recorded).flatMap((fact) => (fact.type === 'leadership.changed' ? [fact.detail] : []));
  return decideAlerts(earlyWarnings(client, readings, leaders, news.on), known, client.clientId, news);
}

/** The bands of the last two days on which the client was scored, the latest last. */
async function lastBands(table: TableReader, clientId: ClientId): Promise<HealthBand[]> {
  const standing = await health.standing(table, clientId);
  if (!standing) return [];
  const before = await health.lastBefore(table, clientId, standing.assessment.scoredOn);
  return [before, standing.assessment].flatMap((reading) => (reading?.outcome === 'scored' ? [reading.band] : []));
}
