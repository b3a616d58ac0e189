import { isDeepStrictEqual } from 'node:util';
import { eventOf, type Received } from '#events/define-event.ts';
import { HealthBandChanged } from '#events/health-band-changed.ts';
import { InvoiceIssued } from '#events/invoice-issued.ts';
import { InvoicePaid } from '#events/invoice-paid.ts';
import { LeadershipChanged } from '#events/leadership-changed.ts';
import { ScoringDue } from '#events/scoring-due.ts';
import { SurveyAnswered } from '#events/survey-answered.ts';
import { TicketOpened } from '#events/ticket-opened.ts';
import { TicketResolved } from '#events/ticket-resolved.ts';
import { UsageReported } from '#events/usage-reported.ts';
import { type Deps, defineEventFunction } from '#functions/define-function.ts';
import { AppError } from '#shared/domain/errors.ts';
import { assessHealth } from '#shared/domain/health/assess-health.ts';
import { bandChange, changeOverThePast } from '#shared/domain/health/band-change.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { dateIn, instantOf } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { announce } from '#shared/store/announcement.ts';
import { clients } from '#shared/store/client.ts';
import { health } from '#shared/store/health.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { loadEvidence } from './load-evidence.ts';
import { scoreThePast } from './score-the-past.ts';

type Scorable = typeof UsageReported | typeof ScoringDue;

export const scoreClient = defineEventFunction({
  name: 'score-client',
  purpose: 'Scores a client again from its recorded facts and announces a change of band.',
  on: [
    UsageReported,
    SurveyAnswered,
    LeadershipChanged,
    InvoiceIssued,
    InvoicePaid,
    TicketOpened,
    TicketResolved,
    ScoringDue,
  ],
  needs: ['table:write'],
  coalesce: ({ detail }) => detail.clientId,
  run: (deps, { detail }: Pick<Received<Scorable>, 'detail'>) => retryOnConflict(() => score(deps, detail.clientId)),
});

/** Nothing is written when nothing changed, so handling an event twice is harmless. */
async function score({ table, clock }: Deps<'table:write'>, clientId: ClientId): Promise<void> {
  const today = dateIn(businessZone, clock.now());
  const [client, standing] = await Promise.all([clients.get(table, clientId), health.standing(table, clientId)]);
  if (!client) throw new AppError('client.not-found', { clientId });

  const evidence = await loadEvidence(table, client, today);
  const past = standing ? [] : scoreThePast(evidence);
  const previous = past.at(-1) ?? (await health.lastBefore(table, clientId, today));
  const now = assessHealth({ ...evidence, previous });
  if (standing && isDeepStrictEqual(standing.assessment, now)) return;

  const change = standing ? bandChange(standing.assessment, now) : changeOverThePast(past, now);
  const id = `band--${clientId}--${today}--${standing?.version ?? 0}`;
  await table.commit([
    ...past.map((assessment) => health.putSnapshot(clientId, assessment)),
    health.putSnapshot(clientId, now),
    health.putStanding(clientId, now, standing),
    ...(change ? [announce(eventOf(HealthBandChanged, id, instantOf(clock.now()), { clientId, ...change }))] : []),
  ]);
}
