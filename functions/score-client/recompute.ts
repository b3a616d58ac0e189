import { isDeepStrictEqual } from 'node:util';
import { AppError } from '#shared/domain/errors.ts';
import { assessHealth } from '#shared/domain/health/assess-health.ts';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { factsThen, type HealthInputs } from '#shared/domain/health/inputs.ts';
import { type InputChange, inputsChanged } from '#shared/domain/health/inputs-changed.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import type { IsoDate } from '#shared/domain/values/iso-date.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { clients } from '#shared/store/client.ts';
import { health } from '#shared/store/health.ts';
import { digest } from './digest.ts';
import { type LoadedEvidence, loadEvidence } from './load-evidence.ts';

/** A stored assessment beside the same made again from what is recorded now. */
export interface Recomputation {
  readonly stored: HealthAssessment;
  readonly recomputed: HealthAssessment;
  /** Whether they are equal to the last digit and word. */
  readonly reproduced: boolean;
  /** What it rests on that is not what it was, with or without effect; absent when nobody kept what it was made from. */
  readonly changes?: readonly InputChange[];
  /** Whether it is reproduced from its inputs as they were; absent when those cannot all be found again. */
  readonly reproducedFromThen?: boolean;
}

/** Makes the assessment of a day again. Throws `client.not-found`, or `health.not-scored` when none is stored of that day. */
export async function recompute(table: TableReader, clientId: ClientId, date: IsoDate): Promise<Recomputation> {
  const [client, [stored], inputs, previous] = await Promise.all([
    clients.get(table, clientId),
    health.between(table, clientId, date, date),
    health.inputs(table, clientId, date),
    health.lastBefore(table, clientId, date),
  ]);
  if (!client) throw new AppError('client.not-found', { clientId });
  if (!stored) throw new AppError('health.not-scored', { clientId, date });

  const loaded = { ...(await loadEvidence(table, client, date, inputs?.from)), previous };
  // Whoever scored the past of a new client knew no seasons: that is how it was made, and no change.
  const evidence = inputs && !inputs.seasons ? { ...loaded, seasons: undefined } : loaded;
  const recomputed = assessHealth(evidence);
  const made = { stored, recomputed, reproduced: isDeepStrictEqual(stored, recomputed) };
  if (!inputs) return made;

  const changes = inputsChanged(inputs, evidence, digest);
  const then = evidenceThen(inputs, evidence, changes);
  return { ...made, changes, ...(then ? { reproducedFromThen: isDeepStrictEqual(stored, assessHealth(then)) } : {}) };
}

/** The evidence as it was. Facts, client and contract can be had again; an altered fact, or another model, cannot. */
function evidenceThen(
  inputs: HealthInputs,
  now: LoadedEvidence & { previous: HealthAssessment | undefined },
  changes: readonly InputChange[],
) {
  const { facts, missing } = factsThen(inputs, now.facts, digest);
  const lost = missing > 0 || changes.some(({ input }) => irretrievable.has(input));
  return lost ? undefined : { ...now, client: inputs.client, contract: inputs.contract, facts };
}
const irretrievable = new Set(['previous', 'seasons', 'model']);
