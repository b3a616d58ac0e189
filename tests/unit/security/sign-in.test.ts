import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, type GenerateKeyPairResult, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defineHttpFunction } from '#functions/define-function.ts';
import { signIn } from '#functions/sign-in/sign-in.ts';
import { cognitoIdentity } from '#shared/adapters/cognito-identity.ts';
import { signedSessions } from '#shared/adapters/signed-sessions.ts';
import { httpApp } from '#shared/runtime/http.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { type World, world } from '#tests/fixtures/world.ts';

const secretOf = (text: string) => `whsec_${Buffer.from(text.padEnd(32, '.')).toString('base64')}`;
const site = 'https://success.heliix.example';
const clientId = 'a-client';

/** A user pool: gives tokens for codes that come with the right verifier, and publishes the key it signs with. */
function userPool() {
  let server: Server;
  let keys: GenerateKeyPairResult;
  let claims: JWTPayload = {};
  let by: CryptoKey | undefined;
  const asked: Record<string, string>[] = [];
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = () =>
    new SignJWT({ token_use: 'id', email_verified: true, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuedAt()
      .setIssuer(String(claims.iss ?? url()))
      .setAudience(String(claims.aud ?? clientId))
      .setExpirationTime(Number(claims.exp ?? Math.floor(Date.now() / 1000) + 60))
      .sign(by ?? keys.privateKey);
  return {
    asked,
    url,
    gives(next: JWTPayload, signedBy?: CryptoKey) {
      claims = next;
      by = signedBy;
    },
    async start() {
      keys = await generateKeyPair('RS256');
      server = createServer(async (request, response) => {
        let body = '';
        for await (const chunk of request) body += chunk;
        if (request.url?.endsWith('jwks.json')) {
          const key = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
          return response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [key] }));
        }
        asked.push(Object.fromEntries(new URLSearchParams(body)));
        if (asked.at(-1)?.code === 'down') return response.writeHead(503).end();
        if (asked.at(-1)?.code !== 'good') return response.writeHead(400).end('{"error":"invalid_grant"}');
        return response.setHeader('content-type', 'application/json').end(JSON.stringify({ id_token: await token() }));
      });
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}

const page = defineHttpFunction({
  name: 'page',
  purpose: 'A page of the operator, and something only the operator may do.',
  routes: [
    { route: 'GET /', access: 'operator' },
    { route: 'POST /act', access: 'operator' },
    { route: 'POST /hook', access: 'signed' },
  ],
  needs: [],
  run: async () => new Response('for the operator', { status: 200 }),
});

const pool = userPool();
beforeAll(pool.start);
afterAll(pool.stop);

let here: World;
let secrets: string[];
let app: ReturnType<typeof httpApp>;
beforeEach(async () => {
  here = await world({ now: new Date('2026-11-20T15:00:00Z'), clients: [] });
  secrets = [secretOf('one')];
  const operators = signedSessions({ secrets: { active: async () => secrets }, clock: here.clock });
  const identity = cognitoIdentity({ issuer: pool.url(), clientId, loginUrl: pool.url() });
  app = httpApp([page, signIn], { ...here, operators, identity } as never);
  pool.gives({});
});

const ask = (path: string, init: RequestInit & { cookie?: string } = {}) => {
  const { cookie, ...rest } = init;
  return app.request(`${site}${path}`, { ...rest, headers: { ...(cookie ? { cookie } : {}), ...rest.headers } });
};
const cookiesOf = (response: Response) => response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');

/** Signs in as a browser does, and gives the session's cookie. */
async function signedIn(code = 'good', change = (query: URLSearchParams) => query): Promise<Response> {
  const sent = await ask('/sign-in?to=%2Fcalendar%3Fa%3D1');
  const [left = ''] = cookiesOf(sent);
  const state = new URL(sent.headers.get('location') ?? '').searchParams.get('state') ?? '';
  return ask(`/sign-in/callback?${change(new URLSearchParams({ code, state }))}`, { cookie: left });
}
const session = async () => cookiesOf(await signedIn())[0] ?? '';
const fromUs = { origin: site };

describe('signing in', () => {
  it('leads to the user pool with a challenge, and back to where one wanted to go', async () => {
    const sent = await ask('/sign-in?to=%2Fcalendar');
    const to = new URL(sent.headers.get('location') ?? '');
    expect(to.origin + to.pathname).toBe(`${pool.url()}/oauth2/authorize`);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: clientId,
      code_challenge_method: 'S256',
      redirect_uri: `${site}/sign-in/callback`,
    });
    const back = await signedIn();
    expect(back.status).toBe(303);
    expect(back.headers.get('location')).toBe('/calendar?a=1');
    expect(pool.asked.at(-1)?.code_verifier).toMatch(/^[\w-]{43}$/);
    const [cookie] = back.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-session=[\w.-]+; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/);
    expect((await ask('/', { cookie: cookiesOf(back)[0] ?? '' })).status).toBe(200);
    expect((await auditTrail.of(here.table, '*')).map(({ act }) => act)).toEqual(['operator.signed-in']);
  });

  it.each([
    [
      'a state of another browser',
      (query: URLSearchParams) => new URLSearchParams({ ...Object.fromEntries(query), state: 'x' }),
    ],
    ['no state', (query: URLSearchParams) => new URLSearchParams({ code: query.get('code') ?? '' })],
    ['no code', (query: URLSearchParams) => new URLSearchParams({ state: query.get('state') ?? '' })],
    [
      'a code that is not good',
      (query: URLSearchParams) => new URLSearchParams({ ...Object.fromEntries(query), code: 'bad' }),
    ],
  ])('refuses %s', async (_, change) => {
    const back = await signedIn('good', change);
    expect(back.status).toBe(403);
    expect(cookiesOf(back).join()).not.toContain('session');
    expect(await auditTrail.of(here.table, '*')).toEqual([]);
  });

  it.each([
    ['for another client', { aud: 'another' }],
    ['by another issuer', { iss: 'https://elsewhere.example' }],
    ['that is not for identity', { token_use: 'access' }],
    ['for an address nobody verified', { email_verified: false }],
    ['that has run out', { exp: 1_700_000_000 }],
  ])('refuses a token %s', async (_, claims) => {
    pool.gives(claims);
    expect((await signedIn()).status).toBe(403);
  });

  it('refuses a token signed by a key that the pool does not publish', async () => {
    pool.gives({}, (await generateKeyPair('RS256')).privateKey);
    expect((await signedIn()).status).toBe(403);
  });

  it('is no refusal while the pool is down: it says so, and may be tried again', async () => {
    expect((await signedIn('down')).status).toBe(500);
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/a\r\nSet-Cookie: x=1'])(
    'leads nowhere else afterwards: %j',
    async (to) => {
      const sent = await ask(`/sign-in?to=${encodeURIComponent(to)}`);
      const state = new URL(sent.headers.get('location') ?? '').searchParams.get('state') ?? '';
      const back = await ask(`/sign-in/callback?code=good&state=${state}`, { cookie: cookiesOf(sent)[0] ?? '' });
      expect(back.headers.get('location')).toBe('/');
    },
  );
});

describe('a session', () => {
  it('opens what is for the operator, and nothing else does', async () => {
    const cookie = await session();
    expect((await ask('/', { cookie })).status).toBe(200);
    const others = [undefined, '__Host-session=', `${cookie}x`, cookie.slice(0, -2), cookie.replace('__Host-', '')];
    for (const other of others)
      expect((await ask('/', { ...(other ? { cookie: other } : {}) })).status, other).toBe(401);
    expect((await ask('/', { cookie: `${cookie}; ${cookie}` })).status).toBe(401);
  });

  it('is asked for where a person comes without one', async () => {
    const answer = await ask('/?a=1', { headers: { accept: 'text/html,*/*' } });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?to=%2F%3Fa%3D1']);
  });

  it('ends after twelve hours, when its secret is taken away, and in this browser by signing out', async () => {
    const cookie = await session();
    secrets = [secretOf('two'), ...secrets];
    expect((await ask('/', { cookie })).status).toBe(200);
    const out = await ask('/sign-out', { method: 'POST', cookie, headers: fromUs });
    expect([out.status, out.headers.getSetCookie()[0]]).toEqual([
      200,
      expect.stringMatching(/^__Host-session=; Path=\/; Max-Age=0/),
    ]);
    // No redirect, which the policy of our forms would stop.
    const there = new URL(/^0; url=(.+)$/.exec(out.headers.get('refresh') ?? '')?.[1] ?? '');
    expect(there.origin + there.pathname).toBe(`${pool.url()}/logout`);
    expect(there.searchParams.get('logout_uri')).toBe(`${site}/`);
    secrets = [secretOf('two')];
    expect((await ask('/', { cookie })).status).toBe(401);
    const fresh = await session();
    here.advance(12 * 3_600_000 - 1);
    expect((await ask('/', { cookie: fresh })).status).toBe(200);
    here.advance(1);
    expect((await ask('/', { cookie: fresh })).status).toBe(401);
  });

  it('is not enough to change something: the request must come from a page of ours', async () => {
    const cookie = await session();
    const act = (headers: Record<string, string>) => ask('/act', { method: 'POST', cookie, headers });
    expect((await act(fromUs)).status).toBe(200);
    expect((await act({ ...fromUs, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    for (const foreign of [
      {},
      { origin: 'null' },
      { origin: 'https://evil.example' },
      { origin: `${site}.evil.example` },
      { origin: site.replace('https', 'http') },
      { ...fromUs, 'sec-fetch-site': 'cross-site' },
      { ...fromUs, 'sec-fetch-site': 'same-site' },
    ])
      expect((await act(foreign as Record<string, string>)).status, JSON.stringify(foreign)).toBe(403);
    expect((await ask('/act', { method: 'POST', headers: fromUs })).status).toBe(401);
    expect((await ask('/hook', { method: 'POST', headers: { origin: 'https://sender.example' } })).status).toBe(200);
  });
});

it('fails loudly where a route is for the operator and nobody knows the operator', async () => {
  expect((await httpApp([page], { log: here.log }).request('/')).status).toBe(500);
});
