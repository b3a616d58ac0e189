import { Command } from 'commander';
import { renewalStage } from '#shared/domain/clients/renewal-stage.ts';
import { AppError } from '#shared/domain/errors.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { dateIn } from '#shared/domain/values/iso-date.ts';
import { formatDollars } from '#shared/domain/values/money.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { alerts } from '#shared/store/alert.ts';
import { clients, contracts } from '#shared/store/client.ts';
import { health } from '#shared/store/health.ts';
import { describeAssessment, driversOf } from '../describe-health.ts';
import { bold, columns, say } from '../terminal.ts';
import { type Reached, readBy, type StageOptions, withReach, withStageOptions } from './options.ts';

export const showCommand = (): Command =>
  withStageOptions(new Command('show'))
    .description('Show a client: how it stands, what drives its score, its renewal and its alerts.')
    .argument('<client>', 'a client\'s id, for example "big-12"', readBy(ClientId))
    .action((clientId: ClientId, options: StageOptions) =>
      withReach(options, async (reached) => {
        const found = await look(reached, clientId);
        say(options.json, found, () => describe(found));
      }),
    );

async function look({ table, clock }: Reached, clientId: ClientId) {
  const [client, contract, standing, raised] = await Promise.all([
    clients.get(table, clientId),
    contracts.current(table, clientId),
    health.standing(table, clientId),
    alerts.of(table, clientId),
  ]);
  if (!client) throw new AppError('client.not-found', { clientId });
  const stage = contract && renewalStage(dateIn(businessZone, clock.now()), contract.end);
  return { client, contract, renewalStage: stage, health: standing?.assessment, alerts: raised };
}

function describe({
  client,
  contract,
  renewalStage: stage,
  health: assessment,
  alerts: raised,
}: Awaited<ReturnType<typeof look>>) {
  const simulated = client.provenance === 'simulated' ? ' (simulated)' : '';
  const lines = [
    bold(`${client.name}${simulated}`),
    `${client.type}, ${client.status}, ${client.memberSchools} member schools, ${client.staffSeats} seats`,
    contract
      ? `contract ${contract.start} to ${contract.end}, ${formatDollars(contract.annualValueCents)} a year, renewal ${stage}`
      : 'no contract',
  ];
  if (!assessment) return [...lines, '', 'not scored yet'].join('\n');
  const dimensions = assessment.dimensions.flatMap(({ dimension, score, confidence, evidence }) => [
    [dimension, score?.toFixed(2) ?? '-', `confidence ${Math.round(confidence * 100)}%`, evidence[0]?.says ?? ''],
    ...evidence.slice(1).map(({ says }) => ['', '', '', says]),
  ]);
  return [
    ...lines,
    '',
    `${bold('Health')} on ${assessment.scoredOn}: ${describeAssessment(assessment)}`,
    ...(assessment.outcome === 'scored' ? [driversOf(assessment), assessment.season] : []),
    '',
    columns(dimensions),
    '',
    `${bold('Alerts')}: ${raised.length === 0 ? 'none' : ''}`,
    ...raised.map(
      ({ status, severity, dueOn, cause, play }) => `${status} ${severity}, due ${dueOn}: ${cause.says} ${play.name}`,
    ),
  ].join('\n');
}
