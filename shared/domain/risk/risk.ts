import * as z from 'zod';
import type { Alert } from '../alerts/alert.ts';
import type { Client } from '../clients/client.ts';
import { AppError } from '../errors.ts';
import type { HealthBand } from '../health/band.ts';
import { needsAttention } from '../health/band-change.ts';
import { ClientId } from '../values/ids.ts';
import { daysBetween, IsoDate } from '../values/iso-date.ts';

/** A client in danger, from the first urgent alert to the end. The operator moves it to `plan-in-place` and `saving`. */
export const RiskStage = z.enum(['at-risk', 'plan-in-place', 'saving', 'recovered', 'lost']);
export type RiskStage = z.infer<typeof RiskStage>;

/** The stages only a person can say have been reached. */
export const OperatorStage = RiskStage.extract(['plan-in-place', 'saving']);
export type OperatorStage = z.infer<typeof OperatorStage>;

/** Every stage a client has been in, oldest first; the last is where it is. A client never in danger has no risk. */
export const Risk = z.object({
  clientId: ClientId,
  stages: z.array(z.object({ stage: RiskStage, since: IsoDate, because: z.string() })).min(1),
});
export type Risk = z.infer<typeof Risk>;

interface Situation {
  readonly client: Pick<Client, 'clientId' | 'status'>;
  /** The client's alerts as they are now. */
  readonly alerts: readonly Alert[];
  /** The bands of its last readings, the latest last. */
  readonly bands: readonly HealthBand[];
  readonly today: IsoDate;
}

const readingsToRecover = 2;

/**
 * The risk after what happened, or undefined when the stage stays: an urgent alert puts a client at risk, a client that
 * left is lost, and one without urgent alerts whose last two bands were good has recovered.
 */
export function riskAfter(risk: Risk | undefined, { client, alerts, bands, today }: Situation): Risk | undefined {
  const stage = risk && stageOf(risk);
  const enter = (next: RiskStage, because: string) => entered(client.clientId, risk, next, because, today);
  if (client.status === 'churned') return stage === 'lost' ? undefined : enter('lost', 'The client left.');

  const urgent = alerts.find(({ status, severity }) => status === 'open' && severity === 'urgent');
  if (!isInDanger(risk)) return urgent && enter('at-risk', urgent.cause.says);
  const last = bands.slice(-readingsToRecover);
  const good = last.length === readingsToRecover && !last.some(needsAttention);
  return !urgent && good
    ? enter('recovered', 'No urgent alert is open, and the last two readings were good.')
    : undefined;
}

/**
 * The risk after the operator says that a stage is reached; said again, only the note is another. Throws `risk.not-in-danger` unless the
 * client is in danger.
 */
export function moveRisk(
  risk: Risk | undefined,
  clientId: ClientId,
  to: OperatorStage,
  note: string | undefined,
  today: IsoDate,
): Risk {
  if (!isInDanger(risk)) throw new AppError('risk.not-in-danger', { clientId });
  const here = risk.stages.at(-1);
  if (here?.stage === to) return { clientId, stages: risk.stages.with(-1, { ...here, because: note ?? here.because }) };
  return entered(clientId, risk, to, note ?? 'The operator says so.', today);
}

/** The stages with the days spent in each, oldest first; the last one's go on. */
export const timeInStages = ({ stages }: Risk, today: IsoDate) =>
  stages.map((entry, at) => ({ ...entry, days: daysBetween(entry.since, stages[at + 1]?.since ?? today) }));

/** Whether the client is at risk now, with a plan and being saved or not. */
export const isInDanger = (risk: Risk | undefined): risk is Risk => {
  const stage = risk && stageOf(risk);
  return stage !== undefined && stage !== 'recovered' && stage !== 'lost';
};

const stageOf = ({ stages }: Risk) => stages.at(-1)?.stage;

const entered = (
  clientId: ClientId,
  risk: Risk | undefined,
  stage: RiskStage,
  because: string,
  since: IsoDate,
): Risk => ({
  clientId,
  stages: [...(risk?.stages ?? []), { stage, since, because }],
});

/** The stages as people read them. */
export const riskStageNames: Readonly<Record<RiskStage, string>> = {
  'at-risk': 'at risk',
  'plan-in-place': 'plan in place',
  saving: 'saving',
  recovered: 'recovered',
  lost: 'lost',
};
