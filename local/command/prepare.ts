import { replayMail } from '#local/demonstration/replay-mail.ts';
import { loadDemonstration } from '#local/demonstration/tell-demonstration.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import { everyClient } from './every-client.ts';
import type { OpenData } from './open-data.ts';
import { progress } from './terminal.ts';

/**
 * Gets the data ready to be looked at, saying what it does: the demonstration on the very first start if it is wanted, then
 * what came due while nothing ran, the nightly scoring above all. Returns the clients there are.
 */
export async function prepare(
  { runtime, machine, neverStarted }: OpenData,
  demonstrate: boolean,
  tell: (step: string) => void,
): Promise<Client[]> {
  const { table, clock } = runtime;
  if (neverStarted && demonstrate) {
    const counter = progress('simulated facts recorded');
    const told = await loadDemonstration(table, clock, { onProgress: counter.at }).finally(counter.end);
    if (told) {
      tell(`Loaded the demonstration portfolio: ${told.facts} simulated facts up to ${told.through}.`);
      await runtime.drain();
      const writing = progress('simulated days of its mail written');
      const mailed = await replayMail(machine, clock.now(), writing.at).finally(writing.end);
      tell(`Wrote its mail since ${mailed.since}: ${mailed.days} simulated days.`);
    }
  }
  const known = await everyClient(table);
  const woken = await runtime.wakeDue();
  if (woken.length > 0) tell(`Running what is due: ${woken.join(', ')}.`);
  const counter = progress('events waiting');
  await runtime.drain(counter.at).finally(counter.end);
  tell(`Ready with ${known.length} ${known.length === 1 ? 'client' : 'clients'}.`);
  return known;
}
