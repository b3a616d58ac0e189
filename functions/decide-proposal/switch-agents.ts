import { everyClient } from '#shared/domain/audit/entry.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Table } from '#shared/ports/table.ts';
import { agentSwitches } from '#shared/store/agent-control.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';

/** Stops all agents at once, those at work included, or lets them run again. Throwing it twice is throwing it once. */
export const switchAgents = (
  { table, clock }: { readonly table: Table; readonly clock: Clock },
  to: 'on' | 'off',
  because: string,
): Promise<void> =>
  retryOnConflict(async () => {
    const stored = await agentSwitches.get(table);
    if (stored.agentSwitch.state === to) return;
    const since = instantOf(clock.now());
    await table.commit([
      ...(await auditTrail.record(table, {
        scope: everyClient,
        at: since,
        by: 'operator',
        act: to === 'on' ? 'agents.resumed' : 'agents.stopped',
      })),
      agentSwitches.move(
        stored,
        to === 'on' ? { state: 'on' } : { state: 'off', since, because: because.slice(0, 300) },
      ),
    ]);
  });
