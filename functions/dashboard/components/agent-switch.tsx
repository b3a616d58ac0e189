import type { AgentSwitch as State } from '#shared/domain/agents/agent-switch.ts';
import { dateAndTime } from '../words.ts';

/** The one switch for all agents: what it says now, and the button that throws it. */
export function AgentSwitch({ now }: { now: State }) {
  const off = now.state === 'off';
  return (
    <form class={off ? 'warning switch' : 'note switch'} method="post" action={off ? '/agents/on' : '/agents/off'}>
      <span>
        {off ? (
          <>
            <strong>All agents are off</strong> since {dateAndTime(now.since)}: {now.because}. Nothing is read, proposed
            or answered meanwhile.
          </>
        ) : (
          'Agents read, propose and answer. What goes out is decided by rules and by you, never by an agent alone.'
        )}
      </span>
      <button type="submit">{off ? 'Let agents run again' : 'Stop all agents'}</button>
    </form>
  );
}
