import { loadEvidence } from '#functions/score-client/load-evidence.ts';
import { scoreThePast } from '#functions/score-client/score-the-past.ts';
import { monthEndsBefore } from '#shared/domain/alerts/monthly-readings.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { health } from '#shared/store/health.ts';

/**
 * A client's readings at month ends, oldest first, and then its latest; empty before it is scored. Scores of different
 * models do not compare, nor one with peers and one without: the past is then read again as the latest was, not rewritten.
 */
export async function loadReadings(table: TableReader, client: Client): Promise<HealthAssessment[]> {
  const standing = await health.standing(table, client.clientId);
  if (!standing) return [];
  const latest = standing.assessment;
  const days = monthEndsBefore(latest.scoredOn);
  const past = await health.on(table, client.clientId, days);
  if (past.every((reading) => isLike(reading, latest))) return [...past, latest];
  const evidence = await loadEvidence(table, client, latest.scoredOn);
  const again = scoreThePast(evidence, evidence.seasons);
  return [...again.map(({ assessment }) => assessment).filter(({ scoredOn }) => days.includes(scoredOn)), latest];
}

const isLike = (a: HealthAssessment, b: HealthAssessment) =>
  a.modelVersion === b.modelVersion && (a.peersOf === undefined) === (b.peersOf === undefined);
