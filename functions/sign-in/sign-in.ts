import { createHash, randomBytes } from 'node:crypto';
import { type Deps, defineHttpFunction } from '#functions/define-function.ts';
import { type AuditAct, everyClient } from '#shared/domain/audit/entry.ts';
import {
  cookieIn,
  noSessionCookie,
  noSignInCookie,
  sessionCookie,
  signInCookie,
} from '#shared/domain/operator/session-cookie.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';

export const signIn = defineHttpFunction({
  name: 'sign-in',
  purpose:
    'Lets the operator in, by a code from the identity provider (PKCE), and out again; both are in the audit trail.',
  routes: [
    { route: 'GET /sign-in', access: 'public' },
    { route: 'GET /sign-in/callback', access: 'public' },
    { route: 'POST /sign-out', access: 'operator' },
  ],
  needs: ['table:write', 'operators:admit', 'identity:ask'],
  partitions: ['AUDIT#'],
  run: answer,
});

type SigningIn = Deps<'table:write' | 'operators:admit' | 'identity:ask'>;

async function answer(deps: SigningIn, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname === '/sign-in') return begin(deps, url);
  return request.method === 'POST' ? end(deps, url) : finish(deps, url, request);
}

/** Sends the browser away to prove who it is, and notes in a cookie what only this browser will know when it is back. */
async function begin({ identity }: SigningIn, url: URL): Promise<Response> {
  const [state, verifier] = [randomText(), randomText()];
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const noted = [state, verifier, Buffer.from(pathOf(url)).toString('base64url')].join('.');
  return seeOther(identity.begin({ back: backTo(url), state, challenge }), signInCookie(url, noted));
}

/** The browser is back: with the state it left with, and a code that proves the operator, a session begins. */
async function finish(deps: SigningIn, url: URL, request: Request): Promise<Response> {
  const [state, verifier, to = ''] = (cookieIn(request.headers.get('cookie'), 'sign-in', url) ?? '').split('.');
  const code = url.searchParams.get('code');
  const isOurs = state && verifier && url.searchParams.get('state') === state;
  if (!isOurs || !code || !(await deps.identity.proves({ code, verifier, back: backTo(url) }))) return refusal(url);
  await record(deps, 'operator.signed-in');
  const path = Buffer.from(to, 'base64url').toString();
  return seeOther(isLocal(path) ? path : '/', sessionCookie(url, await deps.operators.open()), noSignInCookie(url));
}

async function end(deps: SigningIn, url: URL): Promise<Response> {
  await record(deps, 'operator.signed-out');
  // A page that goes on by itself: to a form of ours, browsers refuse a redirect that leads to another site (CSP form-action).
  const there = deps.identity.end(`${url.origin}/`);
  return new Response('You are signed out.\n', {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'Set-Cookie': noSessionCookie(url),
      Refresh: `0; url=${there}`,
    },
  });
}

const record = ({ table, clock }: SigningIn, act: AuditAct) =>
  retryOnConflict(async () => {
    const action = { scope: everyClient, at: instantOf(clock.now()), by: 'operator', act } as const;
    await table.commit(await auditTrail.record(table, action));
  });

const randomText = () => randomBytes(32).toString('base64url');
const backTo = ({ origin }: URL) => `${origin}/sign-in/callback`;

/** Where the operator wanted to go, when that is a page of ours. */
const pathOf = (url: URL) => {
  const to = url.searchParams.get('to') ?? '/';
  return isLocal(to) ? to : '/';
};
/** Not `//elsewhere`, nor what a browser takes for it. */
const isLocal = (path: string) => /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path);

const seeOther = (location: string, ...cookies: readonly string[]) => {
  const headers = new Headers({ Location: location, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(undefined, { status: 303, headers });
};

const refusal = (url: URL) =>
  new Response('You could not be signed in. Begin again at /sign-in.\n', {
    status: 403,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'Set-Cookie': noSignInCookie(url),
    },
  });
