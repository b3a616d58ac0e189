/**
 * Runs of agents, kept for half a year, and what each was for, so that no occasion is worked on twice.
 *   one run                  pk = CLIENT#<id>  sk = RUN#<runId>       ids of a client are in order of time
 *   every client's, newest   lists: AGENT-RUNS, by when it began, descending
 *   an occasion, done        pk = CLIENT#<id>  sk = AGENT-WORK#<agent>#<occasion>
 */
import { AgentRun, clientOfRun, type RunId } from '#shared/domain/agents/run.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import type { Change, Item, Json, Key, TableReader } from '#shared/ports/table.ts';
import { expiryAfter } from './announcement.ts';

const keptDays = 180;

const key = (clientId: ClientId, runId: RunId): Key => ({ pk: `CLIENT#${clientId}`, sk: `RUN#${runId}` });
const workKey = (clientId: ClientId, agent: string, occasion: string): Key => ({
  pk: `CLIENT#${clientId}`,
  sk: `AGENT-WORK#${agent}#${occasion}`,
});
const stored = ({ run }: Item): AgentRun => AgentRun.parse(run);

export const agentRuns = {
  /** The run, and its occasion as done: fails when it was done before. */
  record: (run: AgentRun): Change[] => {
    const { clientId, runId, agent, occasion, startedAt } = run;
    const expiresAt = expiryAfter(startedAt, keptDays);
    const listed = { list: 'AGENT-RUNS', listOrder: `${startedAt}#${runId}` };
    return [
      {
        put: { ...key(clientId, runId), entity: 'agent-run', ...listed, expiresAt, run: run as Json },
        require: 'absent',
      },
      { put: { ...workKey(clientId, agent, occasion), entity: 'agent-work', runId, expiresAt }, require: 'absent' },
    ];
  },

  isDone: async (table: TableReader, clientId: ClientId, agent: string, occasion: string): Promise<boolean> =>
    (await table.get(workKey(clientId, agent, occasion))) !== undefined,

  async get(table: TableReader, runId: RunId): Promise<AgentRun | undefined> {
    const item = await table.get(key(clientOfRun(runId), runId));
    return item && stored(item);
  },

  /** The newest of a client. */
  async of(table: TableReader, clientId: ClientId, limit: number): Promise<AgentRun[]> {
    const query = { partition: `CLIENT#${clientId}`, prefix: 'RUN#', order: 'descending', limit } as const;
    return (await table.query(query)).items.map(stored);
  },

  /** The newest of all. */
  async newest(table: TableReader, limit: number): Promise<AgentRun[]> {
    const query = { index: 'lists', partition: 'AGENT-RUNS', order: 'descending', limit } as const;
    return (await table.query(query)).items.map(stored);
  },
};
