import { afterEach, describe, expect, it } from 'vitest';
import { functions } from '#functions/index.ts';
import { exportTable } from '#local/command/export-table.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { alerts } from '#shared/store/alert.ts';
import { deadLetters } from '#shared/store/dead-letter.ts';
import { health } from '#shared/store/health.ts';
import { mails } from '#shared/store/mail.ts';
import { risks } from '#shared/store/risk.ts';
import { badDay, goodMonths, send } from './reports.ts';
import { aClient, seeded, type World, world } from './world.ts';

/** Without agents: what one proposes is what it knew when it ran, and may well depend on the order. */
const withoutAgents = functions.filter(({ needs }) => !needs.includes('model:invoke'));
const opened: World[] = [];
const open = (circumstances: Parameters<typeof world>[0] = {}) => {
  const at = world({ functions: withoutAgents, ...circumstances });
  opened.push(at);
  return at;
};
afterEach(async () => {
  for (const at of opened.splice(0)) await at.close();
});

const clientId = ClientId.parse('big-12');
const bandOf = async ({ table }: World) => {
  const standing = await health.standing(table, clientId);
  return standing?.assessment.outcome === 'scored' ? standing.assessment.band : undefined;
};
const everything = async ({ table }: World) => {
  const items = [];
  for await (const item of exportTable(table)) items.push(item);
  return items;
};

/** What the good months and the bad day come to when all goes as it should. */
async function theUsualEnd() {
  const at = open();
  await aClient(at);
  await send(at, goodMonths);
  await at.drain();
  await send(at, badDay);
  await at.drain();
  return at;
}

describe('signed reports', () => {
  it('re-score the client; a fall in band and a departure raise one alert and one mail each', async () => {
    const at = open();
    await aClient(at);
    expect(await send(at, goodMonths)).toEqual([202, 202, 202]);
    await at.drain();
    expect(await bandOf(at)).toBe('excellent');
    expect(await alerts.of(at.table, clientId)).toEqual([]);

    expect(await send(at, badDay)).toEqual([202, 202, 202]);
    await at.drain();
    expect(await bandOf(at)).toBe('at-risk');
    expect(await alerts.of(at.table, clientId)).toMatchObject([
      {
        owner: 'operator',
        status: 'open',
        cause: { from: 'excellent', to: 'at-risk' },
        play: { name: 'Recovery plan' },
      },
      { status: 'open', cause: { role: 'commissioner', change: 'departed' }, play: { steps: [{}, {}, {}] } },
    ]);
    const mail = { kind: 'operator-alert', to: 'operator@heliix.example', status: 'sent', about: 'big-12' };
    expect((await mails.newest(at.table, 10)).mails).toMatchObject([mail, mail]);
    expect(await risks.of(at.table, clientId)).toMatchObject({ stages: [{ stage: 'at-risk' }] });
    expect(await deadLetters.newest(at.table, 10)).toEqual([]);
  });

  it('show on the pages once they are handled', async () => {
    const at = await theUsualEnd();
    for (const page of ['/', '/clients/big-12', '/outbox']) {
      const response = await at.app.request(page);
      expect([page, response.status]).toEqual([page, 200]);
      expect(await response.text()).toContain('Big 12');
    }
  });

  it('come to the same end when every one is delivered twice and its events out of order and repeated', async () => {
    const usual = await everything(await theUsualEnd());
    for (const seed of [1, 2, 3]) {
      const at = open({ disorder: { random: seeded(seed), duplicates: 0.5 } });
      await aClient(at);
      await send(at, goodMonths);
      expect(await send(at, goodMonths.toReversed())).toEqual([200, 200, 200]);
      await at.drain();
      await send(at, [...badDay.toReversed(), ...badDay]);
      await at.drain();
      expect(await everything(at)).toEqual(usual);
    }
  });

  it('come to the same score in whatever order they are sent and handled', async () => {
    const usual = await health.standing((await theUsualEnd()).table, clientId);
    const at = open();
    await aClient(at);
    for (const report of [...badDay, ...goodMonths].toReversed()) {
      await send(at, [report]);
      await at.drain();
    }
    expect((await health.standing(at.table, clientId))?.assessment).toEqual(usual?.assessment);
  });

  it('change nothing when the signature is not by the secret of the source', async () => {
    const at = open();
    await aClient(at);
    const before = await everything(at);
    const headers = {
      'webhook-id': 'forged',
      'webhook-timestamp': String(Math.floor(at.clock.wall().getTime() / 1000)),
      'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}`,
    };
    const body = JSON.stringify(goodMonths[0]?.body);
    const response = await at.app.request('/webhooks/usage', { method: 'POST', headers, body });
    await at.drain();
    expect(response.status).toBe(401);
    expect(await everything(at)).toEqual(before);
  });
});
