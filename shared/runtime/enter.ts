import type { Route } from '#functions/define-function.ts';
import { cookieIn, sessionCookie } from '#shared/domain/operator/session-cookie.ts';
import type { Operators } from '#shared/ports/operators.ts';

/** May come in, with a cookie to take along when a session began with this very request; or is turned away. */
type Entry = { readonly cookie?: string } | { readonly refusal: Response };

const safe = ['GET', 'HEAD'];

/**
 * The one place that decides who may call a route, the same on a laptop and in the cloud. `public` is for all and `signed`
 * for whoever the function itself recognises by a signature; `operator` needs a session, and for anything but reading the
 * proof that a page of ours asks: browsers say in `Origin` (RFC 6454) where a request comes from, and no page can forge it.
 */
export async function enter(
  access: Route['access'],
  request: Request,
  operators: Operators | undefined,
): Promise<Entry> {
  if (access !== 'operator') return {};
  if (!operators) throw new TypeError('a route is for the operator, but nobody here knows the operator');
  const url = new URL(request.url);
  if (!safe.includes(request.method) && !comesFromUs(request)) return { refusal: refused(403, 'foreign-origin') };

  const token = cookieIn(request.headers.get('cookie'), 'session', url);
  if (token !== undefined && (await operators.isOpen(token))) return {};
  const admitted = safe.includes(request.method) ? await operators.admit?.(request) : undefined;
  if (admitted !== undefined) return { cookie: sessionCookie(url, admitted) };
  return { refusal: isNavigation(request) ? toSignIn(url) : refused(401, 'not-signed-in') };
}

/** Whether a browser says that a page of this very origin asks. */
function comesFromUs({ headers, url }: Request): boolean {
  const site = headers.get('sec-fetch-site');
  const host = headers.get('host') ?? new URL(url).host;
  const origin = headers.get('origin');
  if (site !== null && site !== 'same-origin') return false;
  return origin === `https://${host}` || (origin === `http://${host}` && new URL(url).protocol === 'http:');
}

const isNavigation = ({ method, headers }: Request) =>
  method === 'GET' && (headers.get('accept') ?? '').includes('text/html');

const toSignIn = ({ pathname, search }: URL) =>
  new Response(undefined, {
    status: 303,
    headers: { Location: `/sign-in?to=${encodeURIComponent(pathname + search)}`, 'Cache-Control': 'no-store' },
  });

const refused = (status: 401 | 403, error: string) =>
  Response.json({ error }, { status, headers: { 'Cache-Control': 'no-store' } });
