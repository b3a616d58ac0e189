/**
 * What agents propose to the operator.
 *   one decision             pk = CLIENT#<id>  sk = DECISION#<decisionId>     its version guards the decision
 *   those waiting            lists: DECISIONS, waiting#<when it was proposed>
 *   those decided, newest    lists: DECISIONS, decided#<when>, descending
 */
import { Decision, type WaitingDecision } from '#shared/domain/decisions/decision.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import type { Instant } from '#shared/domain/values/iso-date.ts';
import { type Change, type Item, type Json, type Key, queryAll, type TableReader } from '#shared/ports/table.ts';

export interface StoredDecision {
  readonly version: number;
  readonly decision: Decision;
}

const key = (clientId: ClientId, decisionId: string): Key => ({
  pk: `CLIENT#${clientId}`,
  sk: `DECISION#${decisionId}`,
});

const item = (decision: Decision) => ({
  ...key(decision.clientId, decision.decisionId),
  entity: 'decision',
  list: 'DECISIONS',
  listOrder:
    decision.status === 'waiting'
      ? `waiting#${decision.proposedAt}#${decision.decisionId}`
      : `decided#${decision.at}#${decision.decisionId}`,
  decision: decision as Json,
});

const stored = ({ version, decision }: Item): StoredDecision => ({ version, decision: Decision.parse(decision) });

export const decisions = {
  propose: (decision: WaitingDecision): Change => ({ put: item(decision), require: 'absent' }),

  move: ({ version }: StoredDecision, to: Decision): Change => ({ put: item(to), require: { version } }),

  async get(table: TableReader, clientId: ClientId, decisionId: string): Promise<StoredDecision | undefined> {
    const found = await table.get(key(clientId, decisionId));
    return found && stored(found);
  },

  /** Every one of a client. */
  async of(table: TableReader, clientId: ClientId): Promise<Decision[]> {
    const found: Decision[] = [];
    for await (const each of queryAll(table, { partition: `CLIENT#${clientId}`, prefix: 'DECISION#' }))
      found.push(stored(each).decision);
    return found;
  },

  async waiting(table: TableReader): Promise<WaitingDecision[]> {
    const found: WaitingDecision[] = [];
    for await (const each of queryAll(table, { index: 'lists', partition: 'DECISIONS', prefix: 'waiting#' })) {
      const { decision } = stored(each);
      if (decision.status === 'waiting') found.push(decision);
    }
    return found;
  },

  /** Those decided since a moment, the oldest first. */
  async decidedSince(table: TableReader, since: Instant): Promise<Decision[]> {
    const query = { index: 'lists', partition: 'DECISIONS', from: `decided#${since}`, to: 'decided#\uffff' };
    const found: Decision[] = [];
    for await (const each of queryAll(table, query)) found.push(stored(each).decision);
    return found;
  },
};
