import { loadProposal, type Proposal } from '#functions/decide-proposal/load-proposal.ts';
import { deskOf, mostADay } from '#shared/domain/decisions/desk.ts';
import { dateIn, instantOf } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { agentSwitches } from '#shared/store/agent-control.ts';
import { clients } from '#shared/store/client.ts';
import { decisions } from '#shared/store/decision.ts';
import { AgentSwitch } from '../components/agent-switch.tsx';
import { Layout } from '../components/layout.tsx';
import { ProposalCard } from '../components/proposal-card.tsx';
import { deskScriptHref } from '../desk-script.ts';
import { pageResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';
import { count } from '../words.ts';

const dayMs = 86_400_000;

/** The desk: at most five decisions a day, best first, each complete in itself. */
export async function decisionsPage(visit: Visit): Promise<Response> {
  const { table, now, today } = visit;
  const [waiting, decided, { agentSwitch }] = await Promise.all([
    decisions.waiting(table),
    decisions.decidedSince(table, instantOf(new Date(now.getTime() - dayMs))),
    agentSwitches.get(table),
  ]);
  const known = await clients.known(
    table,
    waiting.map(({ clientId }) => clientId),
  );
  const decidedToday = decided.filter(
    (each) => each.status !== 'waiting' && dateIn(businessZone, new Date(each.at)) === today,
  ).length;
  const possible = (await Promise.all(waiting.map((decision) => loadProposal(table, decision, now)))).filter(
    (proposal) => proposal !== undefined,
  );
  const desk = deskOf(
    possible.map(({ decision }) => decision),
    decidedToday,
    today,
  );
  const shown = desk.today.flatMap((decision) => possible.find((each) => each.decision === decision) ?? []);
  const shownAt = instantOf(now);
  return pageResponse(
    <Layout title="Desk" section="Desk" visit={visit} script={deskScriptHref}>
      <h1>Desk</h1>
      <p class="lead">
        {sayCount(shown)}
        {desk.later > 0 &&
          ` ${count(desk.later, 'more waits', 'more wait')} for another day: at most ${mostADay} a day.`}
        {desk.snoozed > 0 && ` ${count(desk.snoozed, 'sleeps', 'sleep')}.`}
        {decidedToday > 0 && ` ${count(decidedToday, 'was', 'were')} decided today.`}
      </p>
      {shown.map((proposal, at) => (
        <ProposalCard
          proposal={proposal}
          client={known.get(proposal.decision.clientId)}
          shownAt={shownAt}
          first={at === 0}
        />
      ))}
      {shown.length > 0 && (
        <p class="quiet keys">
          Keys: <kbd>a</kbd> approve, <kbd>e</kbd> edit, <kbd>s</kbd> snooze, <kbd>r</kbd> reject, <kbd>j</kbd> and{' '}
          <kbd>k</kbd> for the next and the one before. Without a script they work for the first with your browser’s
          access key.
        </p>
      )}
      <AgentSwitch now={agentSwitch} />
    </Layout>,
    200,
    { script: true },
  );
}

const sayCount = (shown: readonly Proposal[]) =>
  shown.length === 0
    ? 'Nothing is to be decided.'
    : `${count(shown.length, 'thing is', 'things are')} to be decided, best first.`;
