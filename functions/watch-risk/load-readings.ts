import { loadEvidence } from '#functions/score-client/load-evidence.ts';
import { scoreThePast } from '#functions/score-client/score-the-past.ts';
import { monthEndsBefore } from '#shared/domain/alerts/monthly-readings.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { health } from '#shared/store/health.ts';

/**
 * A client's readings at month ends, oldest first, and then its latest; empty before it is scored. Scores of
 * different models do not compare: after a change of model the past is read again by the new one, without being rewritten.
 */
export async function loadReadings(table: TableReader, client: Client): Promise<HealthAssessment[]> {
  const standing = await health.standing(table, client.clientId);
  if (!standing) return [];
  const latest = standing.assessment;
  const days = monthEndsBefore(latest.scoredOn);
  const past = await health.on(table, client.clientId, days);
  if (past.every(({ modelVersion }) => modelVersion === latest.modelVersion)) return [...past, latest];
  const again = scoreThePast(await loadEvidence(table, client, latest.scoredOn));
  return [...again.map(({ assessment }) => assessment).filter(({ scoredOn }) => days.includes(scoredOn)), latest];
}
