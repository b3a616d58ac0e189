/**
 * What bounds all agents: the switch, and what was spent on a day, by one client's and by all.
 *   the switch               pk = AGENTS       sk = SWITCH            its version guards what agents commit
 *   spent by all             pk = AGENTS       sk = SPENT#<day>
 *   spent for a client       pk = CLIENT#<id>  sk = AGENT-SPENT#<day>
 */
import { AgentSwitch } from '#shared/domain/agents/agent-switch.ts';
import { nothingSpentOn, Spending } from '#shared/domain/agents/spending.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { type IsoDate, instantOf } from '#shared/domain/values/iso-date.ts';
import type { Change, Key, TableReader } from '#shared/ports/table.ts';
import { expiryAfter } from './announcement.ts';

interface Stored {
  /** Absent while it was never written. */
  readonly version: number | undefined;
}
export type StoredAgentSwitch = Stored & { readonly agentSwitch: AgentSwitch };
export type StoredSpending = Stored & { readonly key: Key; readonly spending: Spending };

const switchKey: Key = { pk: 'AGENTS', sk: 'SWITCH' };
const as = ({ version }: Stored) => (version === undefined ? ('absent' as const) : { version });

export const agentSwitches = {
  async get(table: TableReader): Promise<StoredAgentSwitch> {
    const item = await table.get(switchKey);
    return { version: item?.version, agentSwitch: item ? AgentSwitch.parse(item) : { state: 'on' } };
  },

  move: (stored: StoredAgentSwitch, to: AgentSwitch): Change => ({
    put: { ...switchKey, entity: 'agent-switch', ...to },
    require: as(stored),
  }),

  /** Nobody has touched it since it was read. */
  unmoved: (stored: StoredAgentSwitch): Change => ({ check: switchKey, require: as(stored) }),
};

const keptDays = 40;

const read = async (table: TableReader, key: Key, day: IsoDate): Promise<StoredSpending> => {
  const item = await table.get(key);
  return { key, version: item?.version, spending: item ? Spending.parse(item) : nothingSpentOn(day) };
};

export const agentSpendings = {
  ofClient: (table: TableReader, clientId: ClientId, day: IsoDate) =>
    read(table, { pk: `CLIENT#${clientId}`, sk: `AGENT-SPENT#${day}` }, day),

  ofAll: (table: TableReader, day: IsoDate) => read(table, { pk: 'AGENTS', sk: `SPENT#${day}` }, day),

  move: (stored: StoredSpending, to: Spending): Change => ({
    put: {
      ...stored.key,
      entity: 'agent-spending',
      ...to,
      expiresAt: expiryAfter(instantOf(new Date(to.day)), keptDays),
    },
    require: as(stored),
  }),
};
