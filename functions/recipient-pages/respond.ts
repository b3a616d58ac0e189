import { stylePolicy } from './styles/stylesheet.ts';

/**
 * What every answer carries. The address is a key, so it is kept nowhere, indexed nowhere and told to no other site.
 * `same-origin` rather than `no-referrer`, with which browsers hide the origin of our own forms too.
 */
const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex, nofollow',
};

/** No script at all, the one stylesheet that is in the page, forms that lead back here. */
const policy = `default-src 'none'; style-src ${stylePolicy}; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

export const pageResponse = (page: { toString(): unknown }, status = 200): Response =>
  new Response(`<!doctype html>${page}`, {
    status,
    headers: { ...always, 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
  });

/** For mail programmes, which show nothing to anybody. */
export const textResponse = (text: string): Response =>
  new Response(`${text}\n`, { headers: { ...always, 'Content-Type': 'text/plain; charset=utf-8' } });

/** Done: shows where it led, so that loading the page again does nothing again. */
export const seeOther = (location: string): Response =>
  new Response(undefined, { status: 303, headers: { ...always, Location: location } });
