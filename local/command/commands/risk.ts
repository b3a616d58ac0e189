import { Command, Option } from 'commander';
import type { Runtime } from '#local/runtime/runtime.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import { AppError } from '#shared/domain/errors.ts';
import { moveRisk, OperatorStage, riskStageNames, timeInStages } from '#shared/domain/risk/risk.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { dateIn, instantOf } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { clients } from '#shared/store/client.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { risks } from '#shared/store/risk.ts';
import { columns, say } from '../terminal.ts';
import { type CommonOptions, readBy, withCommonOptions, withData } from './options.ts';

interface Options extends CommonOptions {
  readonly stage?: OperatorStage;
  readonly note?: string;
}

export const riskCommand = (): Command =>
  withCommonOptions(new Command('risk'))
    .description(
      'Show the stages of risk a client went through, or say that a plan is in place or the saving has begun.',
    )
    .argument('<client>', 'a client\'s id, for example "big-12"', readBy(ClientId))
    .addOption(new Option('--stage <stage>', 'the stage that is reached now').choices(OperatorStage.options))
    .option('--note <text>', 'what was agreed, with --stage')
    .action((clientId: ClientId, options: Options, command: Command) => {
      const { stage, note } = options;
      if (note && !stage) command.error('error: --note goes with --stage');
      return withData(options, async ({ runtime }) => {
        const client = await clients.get(runtime.table, clientId);
        if (!client) throw new AppError('client.not-found', { clientId });
        if (stage) await retryOnConflict(() => move(runtime, clientId, stage, note));
        await show(runtime, client, options);
      });
    });

async function move({ table, clock }: Runtime, clientId: ClientId, stage: OperatorStage, note?: string): Promise<void> {
  const risk = await risks.of(table, clientId);
  const audit = { scope: clientId, at: instantOf(clock.now()), by: 'operator', act: `risk.${stage}` } as const;
  await table.commit([
    risks.put(moveRisk(risk, clientId, stage, note, dateIn(businessZone, clock.now())), risk),
    ...(await auditTrail.record(table, audit)),
  ]);
}

async function show({ table, clock }: Runtime, { clientId, name }: Client, { json }: CommonOptions): Promise<void> {
  const risk = await risks.of(table, clientId);
  const stages = risk ? timeInStages(risk, dateIn(businessZone, clock.now())) : [];
  say(json, { clientId, stages }, () =>
    stages.length === 0
      ? `${name} has never been at risk.`
      : columns(
          stages.map(({ stage, since, days, because }) => [riskStageNames[stage], since, `${days} days`, because]),
        ),
  );
}
