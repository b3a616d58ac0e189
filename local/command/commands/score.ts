import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { eventOf } from '#events/define-event.ts';
import { ScoringDue } from '#events/scoring-due.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import { AppError } from '#shared/domain/errors.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { clients } from '#shared/store/client.ts';
import { health, type Standing } from '#shared/store/health.ts';
import { driversOf } from '../describe-health.ts';
import { everyClient } from '../every-client.ts';
import { columns, say } from '../terminal.ts';
import { type Reached, readBy, type StageOptions, withReach, withStageOptions } from './options.ts';

export const scoreCommand = (): Command =>
  withStageOptions(new Command('score'))
    .description('Score one client, or every client, from what is recorded now, and say what drives the score.')
    .argument('[client]', 'a client\'s id, for example "big-12"', readBy(ClientId))
    .action((clientId: ClientId | undefined, options: StageOptions) =>
      withReach(options, async (reached) => {
        const chosen = await choose(reached, clientId);
        await askForScores(reached, chosen);
        if (reached.drain) await sayScores(reached, chosen, options);
        else sayAsked(chosen, options);
      }),
    );

async function choose({ table }: Reached, clientId: ClientId | undefined): Promise<Client[]> {
  if (clientId === undefined) return (await everyClient(table)).filter(({ status }) => status !== 'churned');
  const client = await clients.get(table, clientId);
  if (!client) throw new AppError('client.not-found', { clientId });
  return [client];
}

/** By the same way as the nightly scoring: an event that the real function handles, with everything that follows from it. */
async function askForScores({ bus, clock, drain }: Reached, chosen: readonly Client[]): Promise<void> {
  const asked = randomUUID();
  const time = instantOf(clock.now());
  await bus.publish(
    chosen.map(({ clientId }) => eventOf(ScoringDue, `asked:${asked}:${clientId}`, time, { clientId })),
  );
  await drain?.();
}

/** A stage scores by itself; how long that takes cannot be told from here. */
function sayAsked(chosen: readonly Client[], { json, stage }: StageOptions): void {
  const clientIds = chosen.map(({ clientId }) => clientId);
  say(
    json,
    { asked: clientIds },
    () => `Asked ${stage} to score ${clientIds.length}; "csm show" tells, in a few seconds.`,
  );
}

async function sayScores({ table }: Reached, chosen: readonly Client[], { json }: StageOptions): Promise<void> {
  const ids = new Set<string>(chosen.map(({ clientId }) => clientId));
  const standings = (await health.portfolio(table)).filter(({ clientId }) => ids.has(clientId));
  say(
    json,
    standings.map(({ clientId, assessment }) => ({ clientId, ...assessment })),
    () =>
      standings.length === 0
        ? 'There is no client to score yet. Import a portfolio, or start without --empty.'
        : columns(standings.map(rowOf)),
  );
}

const rowOf = ({ clientId, assessment }: Standing): string[] =>
  assessment.outcome === 'scored'
    ? [clientId, assessment.score.toFixed(2).padStart(6), assessment.band, assessment.trend, driversOf(assessment)]
    : [clientId, '-'.padStart(6), 'no score', '-', assessment.missing];
