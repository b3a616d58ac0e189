import { Command } from 'commander';
import { type Explanation, type Grounded, loadExplanation } from '#functions/score-client/load-explanation.ts';
import type { Runtime } from '#local/runtime/runtime.ts';
import { AppError } from '#shared/domain/errors.ts';
import { factsBehind } from '#shared/domain/health/facts-behind.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { addDays, dateIn, IsoDate } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { clients } from '#shared/store/client.ts';
import { health } from '#shared/store/health.ts';
import { describeExplanation } from '../describe-explanation.ts';
import { bold, say } from '../terminal.ts';
import { type CommonOptions, readBy, withCommonOptions, withData } from './options.ts';

interface ExplainOptions extends CommonOptions {
  readonly at?: IsoDate;
}

export const explainCommand = (): Command =>
  withCommonOptions(new Command('explain'))
    .description(
      'Explain a score, and its change since last month, line by line down to the facts; the lines sum exactly.',
    )
    .argument('<client>', 'a client\'s id, for example "big-12"', readBy(ClientId))
    .option('--at <date>', 'the score of this day, or the last before it; by default the latest', readBy(IsoDate))
    .action((clientId: ClientId, options: ExplainOptions) =>
      withData(options, async ({ runtime }) => {
        const { name, explanation } = await explain(runtime, clientId, options.at);
        say(options.json, answer(clientId, explanation), () => `${bold(name)}: ${describeExplanation(explanation)}`);
      }),
    );

async function explain({ table, clock }: Runtime, clientId: ClientId, at: IsoDate | undefined) {
  const client = await clients.get(table, clientId);
  if (!client) throw new AppError('client.not-found', { clientId });
  const day = at ?? dateIn(businessZone, clock.now());
  const assessment = await health.lastBefore(table, clientId, addDays(day, 1));
  if (!assessment) throw new AppError('health.not-scored', { clientId, date: day });
  const name = client.provenance === 'simulated' ? `${client.name} (simulated)` : client.name;
  return { name, explanation: await loadExplanation(table, clientId, assessment) };
}

/** Both assessments with the ids behind every sentence, and the lines between them. */
const answer = (clientId: ClientId, { now, before, change }: Explanation) => ({
  clientId,
  ...withIds(now),
  ...(before ? { compared: withIds(before) } : {}),
  ...(change ? { change } : {}),
});

const withIds = ({ assessment, counted }: Grounded) => ({
  ...assessment,
  dimensions: assessment.dimensions.map((reading) => ({
    ...reading,
    evidence: reading.evidence.map((evidence) => ({
      ...evidence,
      factIds: factsBehind(evidence, counted).map(({ factId }) => factId),
    })),
  })),
});
