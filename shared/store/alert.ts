/**
 * Alerts.
 *   of a client          pk = CLIENT#<id>  sk = ALERT#<alertId>
 *   open, by due date    lists: OPEN-ALERTS, by due date
 */
import * as z from 'zod';
import { Alert } from '#shared/domain/alerts/alert.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { type Change, type Key, queryAll, type TableReader } from '#shared/ports/table.ts';

export const StoredAlert = z.object({ version: z.int(), ...Alert.shape });
export type StoredAlert = z.infer<typeof StoredAlert>;

const key = ({ clientId, alertId }: Alert): Key => ({ pk: `CLIENT#${clientId}`, sk: `ALERT#${alertId}` });

/** Only open alerts are listed. */
const listing = ({ status, dueOn, alertId }: Alert) =>
  status === 'open' ? { list: 'OPEN-ALERTS', listOrder: `${dueOn}#${alertId}` } : {};

const item = (alert: Alert) => ({ ...key(alert), entity: 'alert', ...listing(alert), ...Alert.parse(alert) });

export const alerts = {
  raise: (alert: Alert): Change => ({ put: item(alert), require: 'absent' }),

  /** Replaces the alert that was read. */
  replace: ({ version }: StoredAlert, alert: Alert): Change => ({ put: item(alert), require: { version } }),

  async of(table: TableReader, clientId: ClientId): Promise<StoredAlert[]> {
    const found: StoredAlert[] = [];
    for await (const item of queryAll(table, { partition: `CLIENT#${clientId}`, prefix: 'ALERT#' }))
      found.push(StoredAlert.parse(item));
    return found;
  },

  /** Open alerts, the one due first first. */
  async open(table: TableReader): Promise<StoredAlert[]> {
    const found: StoredAlert[] = [];
    for await (const item of queryAll(table, { index: 'lists', partition: 'OPEN-ALERTS' }))
      found.push(StoredAlert.parse(item));
    return found;
  },
};
