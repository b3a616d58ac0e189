import { assessRisk } from '#functions/assess-risk/assess-risk.ts';
import { offlineWriter } from '#shared/adapters/offline-writer.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import type { World } from '#tests/fixtures/world.ts';

/** Lets the alerts of the two clients in danger be looked into, so that two proposals are on the desk. */
export async function seedDesk(here: World): Promise<void> {
  for (const name of ['american', 'mountain-west']) {
    const detail = { clientId: ClientId.parse(name), alertId: 'any', severity: 'urgent' } as const;
    const event = { id: `alert-${name}`, detailType: 'alert.raised', time: here.instant, detail } as const;
    await assessRisk.run({ ...here, model: offlineWriter }, event);
  }
}
