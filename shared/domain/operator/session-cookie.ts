/** How long a session lasts: a working day. */
export const sessionSeconds = 12 * 60 * 60;

/**
 * Over https every cookie has the prefix `__Host-`: browsers then send it to this host alone, over https alone, and take it
 * from no other. Over http, which is only ever this machine, not every browser takes it (Chromium does from localhost, Safari
 * takes no `Secure` cookie), so there the name is bare; it holds the port, as cookies are not kept apart by port.
 */
const cookieName = (what: string, url: URL): string =>
  url.protocol === 'https:' ? `__Host-${what}` : `csm-${what}-${url.port || '80'}`;

const cookie = (url: URL, what: string, value: string, maxAge: number): string =>
  [
    `${cookieName(what, url)}=${value}`,
    'Path=/',
    `Max-Age=${maxAge}`,
    'HttpOnly',
    // Lax, so that links in alert mails open pages; what changes something is never a GET and has its Origin checked.
    'SameSite=Lax',
    ...(url.protocol === 'https:' ? ['Secure'] : []),
  ].join('; ');

/** The value of a cookie of ours in a request's `Cookie` header; undefined when there is none, or more than one. */
export function cookieIn(header: string | null, what: string, url: URL): string | undefined {
  const name = `${cookieName(what, url)}=`;
  const found = (header ?? '').split(/;\s*/).filter((pair) => pair.startsWith(name));
  return found.length === 1 ? found[0]?.slice(name.length) : undefined;
}

export const sessionCookie = (url: URL, token: string): string => cookie(url, 'session', token, sessionSeconds);
export const noSessionCookie = (url: URL): string => cookie(url, 'session', '', 0);

/** Remembers for ten minutes what a browser set out to do before it was sent away to sign in. */
export const signInCookie = (url: URL, value: string): string => cookie(url, 'sign-in', value, 600);
export const noSignInCookie = (url: URL): string => cookie(url, 'sign-in', '', 0);
