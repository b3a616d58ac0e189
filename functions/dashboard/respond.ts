/** What every answer carries: no sniffing, no referrer, nothing kept in a shared cache or on disk. */
const always = {
  'X-Content-Type-Options': 'nosniff',
  // To our own pages, so that a form says where it comes from; nothing to anybody else.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** No script at all, our own stylesheet and forms, and frames of our own (the mail as its recipient sees it). */
const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** A mail is foreign HTML: an origin of its own, no script, no network, only its inline styles, shown only inside our page. */
const mailPolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

const html = 'text/html; charset=utf-8';

/** A page of the dashboard. `script`: our own, from our own address, and none inside the page. */
export const pageResponse = (page: { toString(): unknown }, status = 200, { script = false } = {}): Response =>
  new Response(`<!doctype html>${page}`, {
    status,
    headers: {
      ...always,
      'Content-Type': html,
      'Content-Security-Policy': script ? `${pagePolicy}; script-src 'self'` : pagePolicy,
    },
  });

/** The HTML of a mail, shut in. */
export const mailResponse = (body: string): Response =>
  new Response(body, { headers: { ...always, 'Content-Type': html, 'Content-Security-Policy': mailPolicy } });

/** A stylesheet or script; its address changes with its content, so browsers may keep it. */
export const assetResponse = (content: string, type: 'text/css' | 'text/javascript'): Response =>
  new Response(content, {
    headers: {
      ...always,
      'Content-Type': `${type}; charset=utf-8`,
      'Cache-Control': 'private, max-age=31536000, immutable',
    },
  });
