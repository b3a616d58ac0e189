import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditTrail } from '#shared/store/audit.ts';
import { sendingSwitches } from '#shared/store/sending-switch.ts';
import { type World, world } from '#tests/journeys/world.ts';

const url = 'http://localhost:8787';
const typed = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' };

describe('the operator of one machine', () => {
  let here: World;
  beforeEach(() => {
    here = world();
  });
  afterEach(() => here.close());
  const get = (headers: Record<string, string> = typed) => here.app.request(`${url}/calendar`, { headers });
  const pause = (headers: Record<string, string>) =>
    here.app.request(`${url}/calendar/pause`, { method: 'POST', headers, body: '' });

  it('opens the pages directly and is then signed in, by a cookie that browsers take over http', async () => {
    const first = await get();
    expect(first.status).toBe(200);
    const [cookie = ''] = first.headers.getSetCookie();
    expect(cookie).toMatch(/^csm-session-8787=[\w.-]+; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/);
    const session = cookie.split(';')[0] ?? '';
    const second = await get({ ...typed, cookie: session });
    expect([second.status, second.headers.getSetCookie()]).toEqual([200, []]);
    expect((await pause({ cookie: session, origin: url })).status).toBe(303);
    const acts = (await auditTrail.of(here.table, '*')).map(({ by, act }) => `${by} ${act}`);
    expect(acts).toEqual(['operator operator.signed-in', 'operator mail.paused']);
  });

  it('is not what the page of another site sets off, with or without a session', async () => {
    const [cookie = ''] = (await get()).headers.getSetCookie();
    const session = cookie.split(';')[0] ?? '';
    for (const site of ['cross-site', 'same-site']) {
      const read = await get({ 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' });
      expect([read.status, read.headers.getSetCookie()]).toEqual([401, []]);
      for (const origin of ['https://evil.example', 'http://localhost:3000', 'null'])
        expect((await pause({ cookie: session, origin, 'sec-fetch-site': site })).status).toBe(403);
    }
    expect((await pause({ origin: url })).status).toBe(401);
    expect((await sendingSwitches.get(here.table)).version).toBeUndefined();
  });
});
