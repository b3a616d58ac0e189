import { type AgentRun, RunId } from '#shared/domain/agents/run.ts';
import { AppError } from '#shared/domain/errors.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { agentSwitches } from '#shared/store/agent-control.ts';
import { agentRuns } from '#shared/store/agent-run.ts';
import { clients } from '#shared/store/client.ts';
import { AgentSwitch } from '../components/agent-switch.tsx';
import { ClientLink } from '../components/client-link.tsx';
import { Details } from '../components/details.tsx';
import { Layout } from '../components/layout.tsx';
import { Simulated } from '../components/marks.tsx';
import { Answer } from '../components/run-answer.tsx';
import { Exchanges } from '../components/run-exchanges.tsx';
import { Table } from '../components/table.tsx';
import { pageResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';
import { count, dateAndTime } from '../words.ts';
import { agentNames, microDollars, sayStop } from '../words-of-agents.ts';

const runsShown = 50;

/** What agents did, newest first: of all clients, or of one. */
export async function runsPage(visit: Visit): Promise<Response> {
  const of = ClientId.safeParse(visit.url.searchParams.get('client')).data;
  const [runs, { agentSwitch }] = await Promise.all([
    of ? agentRuns.of(visit.table, of, runsShown) : agentRuns.newest(visit.table, runsShown),
    agentSwitches.get(visit.table),
  ]);
  const known = await clients.known(visit.table, [...runs.map(({ clientId }) => clientId), ...(of ? [of] : [])]);
  return pageResponse(
    <Layout title="Agents" section="Agents" visit={visit}>
      <h1>Agents</h1>
      <p class="lead">
        {of ? (
          <>
            The runs for {known.get(of)?.name ?? of}, newest first. <a href="/runs">Those for every client</a>
          </>
        ) : (
          'Every run of an agent, newest first: what it was for, what came of it, and what it cost.'
        )}
      </p>
      <AgentSwitch now={agentSwitch} />
      {runs.length === 0 ? (
        <p class="empty">No agent ran yet.</p>
      ) : (
        <Table
          caption="Runs of agents, newest first"
          rows={runs}
          columns={[
            {
              title: 'Run',
              kind: 'heading',
              cell: ({ runId, agent }) => <a href={`/runs/${runId}`}>{agentNames[agent] ?? agent}</a>,
            },
            { title: 'Client', cell: ({ clientId }) => <ClientLink client={known.get(clientId)} /> },
            { title: 'Outcome', kind: 'wide', cell: ({ outcome }) => outcome.join(' ') },
            { title: 'Written by', cell: ({ writer }) => <span class="tag">{writer}</span> },
            { title: 'Cost', kind: 'number', cell: ({ spent }) => microDollars(spent.microDollars) },
            { title: 'When', cell: ({ startedAt }) => dateAndTime(startedAt) },
          ]}
        />
      )}
    </Layout>,
  );
}

/** One run: its answer first, then how it came about, word for word. */
export async function runPage(visit: Visit): Promise<Response> {
  const runId = RunId.safeParse(visit.params.runId);
  const run = runId.success ? await agentRuns.get(visit.table, runId.data) : undefined;
  const client = run && (await clients.get(visit.table, run.clientId));
  if (!run || !client) throw new AppError('run.not-found');
  return pageResponse(
    <Layout title={`${agentNames[run.agent] ?? run.agent}: ${client.name}`} section="Agents" visit={visit}>
      <p class="back">
        <a href={`/clients/${client.clientId}`}>{client.name}</a>
      </p>
      <h1>
        {agentNames[run.agent] ?? run.agent} <Simulated client={client} />
      </h1>
      <Answer run={run} client={client} />
      <section aria-labelledby="how">
        <h2 id="how">How it came about</h2>
        <Details entries={entriesOf(run)} />
        {run.stopped && <p class="note">{sayStop(run.stopped)} Our own template answered instead.</p>}
        <ul class="plain outcome">
          {run.outcome.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <Exchanges run={run} />
      </section>
    </Layout>,
  );
}

const entriesOf = ({ agent, writer, spent, promptVersion, occasion, startedAt, exchanges }: AgentRun) =>
  [
    ['Written by', <span class="tag">{writer === 'template' ? 'our own template' : writer}</span>],
    ['Model', exchanges.findLast(({ answer }) => answer)?.answer?.model ?? 'none'],
    ['Prompt', `version ${promptVersion}`],
    // Questions and briefs are asked for by a person; their occasion is the moment and the question, which stand there already.
    ...(agent === 'ask-client' || agent === 'brief-client' ? [] : [['Occasion', <code>{occasion}</code>] as const]),
    ['Turns', `${spent.turns}, with ${count(spent.toolCalls, 'tool call')}`],
    ['Tokens', `${spent.tokens.in.toLocaleString('en-US')} in, ${spent.tokens.out.toLocaleString('en-US')} out`],
    ['Cost at list prices', microDollars(spent.microDollars)],
    ['Took', `${(spent.ms / 1000).toFixed(1)} s`],
    ['When', dateAndTime(startedAt)],
  ] as const;
