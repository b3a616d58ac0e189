import { isDeepStrictEqual } from 'node:util';
import { factEvents } from '#events/catalogue.ts';
import { eventOf, type Received } from '#events/define-event.ts';
import { HealthBandChanged } from '#events/health-band-changed.ts';
import { HealthScored } from '#events/health-scored.ts';
import { ScoringDue } from '#events/scoring-due.ts';
import { type Deps, defineEventFunction } from '#functions/define-function.ts';
import { AppError } from '#shared/domain/errors.ts';
import { bandChange, changeOverThePast } from '#shared/domain/health/band-change.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { dateIn, instantOf } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { announce } from '#shared/store/announcement.ts';
import { clients } from '#shared/store/client.ts';
import { health } from '#shared/store/health.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { assess } from './assess.ts';
import { loadEvidence } from './load-evidence.ts';
import { scoreThePast } from './score-the-past.ts';

export const scoreClient = defineEventFunction({
  name: 'score-client',
  purpose: 'Scores a client again from its recorded facts and announces what changed.',
  on: [...factEvents, ScoringDue],
  needs: ['table:write'],
  partitions: ['CLIENT#', 'EVENT#', 'SEASONS', 'MODEL', 'LEADERS#'],
  coalesce: ({ detail }) => detail.clientId,
  run: (deps, { detail }: Pick<Received<typeof ScoringDue>, 'detail'>) =>
    retryOnConflict(() => score(deps, detail.clientId)),
});

/** Nothing is written when nothing changed, so handling an event twice is harmless. */
async function score({ table, clock, log }: Deps<'table:write'>, clientId: ClientId): Promise<void> {
  const today = dateIn(businessZone, clock.now());
  const [client, standing] = await Promise.all([clients.get(table, clientId), health.standing(table, clientId)]);
  if (!client) throw new AppError('client.not-found', { clientId });

  const evidence = await loadEvidence(table, client, today);
  const past = standing ? [] : scoreThePast(evidence);
  const previous = past.at(-1)?.assessment ?? (await health.lastBefore(table, clientId, today));
  const made = assess({ ...evidence, previous });
  const now = made.assessment;
  log.info('client scored', { clientId, measured: { values: { ClientsScored: 1 } } });
  if (standing && isDeepStrictEqual(standing.assessment, now)) return;

  const change = standing
    ? bandChange(standing.assessment, now)
    : changeOverThePast(
        past.map(({ assessment }) => assessment),
        now,
      );
  const time = instantOf(clock.now());
  const id = `${clientId}--${today}--${standing?.version ?? 0}`;
  await table.commit([
    ...[...past, made].flatMap(({ assessment, inputs }) => [
      health.putSnapshot(clientId, assessment),
      health.putInputs(clientId, assessment.scoredOn, inputs),
    ]),
    health.putStanding(clientId, now, standing),
    announce(eventOf(HealthScored, `scored--${id}`, time, { clientId, scoredOn: today })),
    ...(change ? [announce(eventOf(HealthBandChanged, `band--${id}`, time, { clientId, ...change }))] : []),
  ]);
}
