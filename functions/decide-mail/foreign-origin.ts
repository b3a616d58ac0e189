/** Whether a browser says that a request comes from a page that is not ours. */
export function foreignOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin';
  // Older browsers. A sandboxed frame, such as the one a mail is shown in, calls its origin "null".
  return origin !== null && (!URL.canParse(origin) || new URL(origin).host !== hostOf(request));
}

/** Behind a proxy the host a browser asked for is in the header, not in the address. */
const hostOf = (request: Request) => request.headers.get('host') ?? new URL(request.url).host;
