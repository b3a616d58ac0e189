/**
 * The history of contacts with a client: mails, meetings, calls, notes.
 *   of a client, newest      pk = CLIENT#<id>  sk = ACTION#<at>#<actionId>, descending
 */
import { Action } from '#shared/domain/actions/action.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { type Change, queryAll, type TableReader } from '#shared/ports/table.ts';

export const actions = {
  record: (action: Action): Change => ({
    put: { pk: `CLIENT#${action.clientId}`, sk: `ACTION#${action.at}#${action.actionId}`, entity: 'action', ...action },
    require: 'any',
  }),

  /** The newest first; all of them without a limit. */
  async of(table: TableReader, clientId: ClientId, limit?: number): Promise<Action[]> {
    const query = { partition: `CLIENT#${clientId}`, prefix: 'ACTION#', order: 'descending' } as const;
    if (limit !== undefined) return (await table.query({ ...query, limit })).items.map((item) => Action.parse(item));
    const found: Action[] = [];
    for await (const item of queryAll(table, query)) found.push(Action.parse(item));
    return found;
  },
};
