import type { Limits, Spent } from '#shared/domain/agents/limits.ts';
import { dailyCaps, reserved, settled } from '#shared/domain/agents/spending.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import type { IsoDate } from '#shared/domain/values/iso-date.ts';
import type { Change, Table, TableReader } from '#shared/ports/table.ts';
import { agentSpendings, agentSwitches } from '#shared/store/agent-control.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';

/** A place under the day's caps, or why there is none. */
export type Reservation = { readonly clientId: ClientId; readonly day: IsoDate } | 'none-left' | 'switched-off';

/**
 * Sets aside all that a run may spend, of the client's and of everybody's cap, in one commit that fails when another run was
 * faster. A run that dies keeps its place until the day ends: too little is spent rather than too much.
 */
export const reserve = (table: Table, clientId: ClientId, day: IsoDate, limits: Limits): Promise<Reservation> =>
  retryOnConflict(async () => {
    const [ownSpending, allSpending, stored] = await Promise.all([
      agentSpendings.ofClient(table, clientId, day),
      agentSpendings.ofAll(table, day),
      agentSwitches.get(table),
    ]);
    if (stored.agentSwitch.state === 'off') return 'switched-off';
    const own = reserved(ownSpending.spending, dailyCaps.client, limits);
    const all = reserved(allSpending.spending, dailyCaps.all, limits);
    if (!own || !all) return 'none-left';
    await table.commit([
      agentSpendings.move(ownSpending, own),
      agentSpendings.move(allSpending, all),
      agentSwitches.unmoved(stored),
    ]);
    return { clientId, day };
  });

/** The changes that give back what a run did not spend. */
export async function giveBack(
  table: TableReader,
  reservation: Reservation,
  spent: Spent,
  limits: Limits,
): Promise<Change[]> {
  if (typeof reservation === 'string') return [];
  const { clientId, day } = reservation;
  const [own, all] = await Promise.all([
    agentSpendings.ofClient(table, clientId, day),
    agentSpendings.ofAll(table, day),
  ]);
  return [own, all].map((stored) => agentSpendings.move(stored, settled(stored.spending, spent, limits)));
}
