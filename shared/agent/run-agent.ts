import { type Limits, nothingSpent, runLimits, type Spent, type StopReason } from '#shared/domain/agents/limits.ts';
import { type AgentRun, runIdOf } from '#shared/domain/agents/run.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { dateIn, instantOf } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { About, Log } from '#shared/ports/log.ts';
import type { Model } from '#shared/ports/model.ts';
import type { Table } from '#shared/ports/table.ts';
import { agentSwitches } from '#shared/store/agent-control.ts';
import { agentRuns } from '#shared/store/agent-run.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { Agent, Made } from './agent.ts';
import { type Conversation, converse } from './loop.ts';
import type { Pace } from './pace.ts';
import { giveBack, type Reservation, reserve } from './reserve.ts';

export interface AgentDeps {
  readonly table: Table;
  readonly model: Model;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits?: Limits;
  readonly pace?: Pace;
}

interface Work<Situation> {
  readonly clientId: ClientId;
  /** Done once; asking again does nothing and gives nothing. */
  readonly occasion: string;
  readonly situation: Situation;
}

/**
 * Lets an agent work on one occasion: within the day's caps and its own limits a model answers, else our template does; code
 * carries it out, and everything is committed together with the record of the run. Undefined when the occasion was done
 * before or all agents are switched off.
 */
export async function runAgent<Situation, Answer>(
  agent: Agent<Situation, Answer>,
  { clientId, occasion, situation }: Work<Situation>,
  deps: AgentDeps,
): Promise<{ readonly run: AgentRun; readonly answer: Answer } | undefined> {
  const { table, model, clock, log, limits = runLimits } = deps;
  if (await agentRuns.isDone(table, clientId, agent.name, occasion)) return undefined;
  const day = dateIn(businessZone, clock.now());
  const reservation = await reserve(table, clientId, day, limits);
  if (reservation === 'switched-off') return undefined;

  const startedAt = instantOf(clock.now());
  const runId = runIdOf(clientId, startedAt, agent.name, occasion);
  const tools = agent.tools?.(situation) ?? [];
  const asked = { system: agent.prompt.says, prompt: agent.ask(situation) };
  const template = agent.template(situation);
  const talk = await talkWith(reservation, () =>
    converse(
      { ...asked, part: agent.part, tools, answer: agent.answer, check: (a) => agent.check(situation, a), template },
      { model, clock, limits, ...(deps.pace ? { pace: deps.pace } : {}), mayGoOn: () => isOn(deps) },
    ),
  );
  const stopped = 'stop' in talk.ending ? talk.ending.stop : undefined;
  const answer = 'answer' in talk.ending ? talk.ending.answer : template;
  const made: Made = { runId, writer: stopped ? 'template' : model.name, stopped, now: startedAt };

  const run = await retryOnConflict(async () => {
    const now = await agentSwitches.get(table);
    const back = await giveBack(table, reservation, talk.spent, limits);
    if (now.agentSwitch.state === 'off') {
      await table.commit(back);
      return undefined;
    }
    if (await agentRuns.isDone(table, clientId, agent.name, occasion)) return undefined;
    const { changes, outcome, facts = [] } = await agent.execute(situation, answer, made);
    const record: AgentRun = {
      runId,
      clientId,
      agent: agent.name,
      occasion,
      promptVersion: agent.prompt.version,
      part: agent.part,
      writer: made.writer,
      startedAt,
      asked: { ...asked, tools: JSON.parse(JSON.stringify(tools)) },
      exchanges: [...talk.exchanges],
      spent: talk.spent,
      ...(stopped ? { stopped } : {}),
      answer: JSON.parse(JSON.stringify(answer)),
      facts: [...facts],
      outcome: [...outcome],
    };
    await table.commit([...changes, ...agentRuns.record(record), ...back, agentSwitches.unmoved(now)]);
    return record;
  });
  // What was spent is spent, also when nothing could come of it any more.
  log.info(run ? 'agent ran' : 'agent ran in vain', { runId, ...about(talk.spent, stopped) });
  return run && { run, answer };
}

const isOn = async ({ table }: AgentDeps) => (await agentSwitches.get(table)).agentSwitch.state === 'on';

/** Without a place under the caps no model is asked. */
const talkWith = async <Answer>(
  reservation: Reservation,
  talk: () => Promise<Conversation<Answer>>,
): Promise<Conversation<Answer>> =>
  reservation === 'none-left' ? { ending: { stop: 'daily-cap' }, exchanges: [], spent: nothingSpent } : talk();

/** Ids and figures; never words. */
const about = ({ turns, microDollars }: Spent, ending: StopReason | 'answer' = 'answer'): About => ({
  turns,
  microDollars,
  measured: { values: { AgentRuns: 1, AgentDollars: microDollars / 1e6 }, by: ending },
});
