import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { HttpFunction } from '#functions/define-function.ts';
import type { Log } from '#shared/ports/log.ts';
import type { Operators } from '#shared/ports/operators.ts';
import { correlate } from './correlate.ts';
import { enter } from './enter.ts';

/** The largest body we read, in bytes. Larger ones get 413 as soon as that is known. */
export const largestBody = 256 * 1024;

interface HttpDeps {
  readonly log: Log;
  /** Needed where a route is for the operator. */
  readonly operators?: Operators;
}

/**
 * One app serving the routes of these functions. The functions see the request's bytes exactly as they came.
 * `deps` is what they need, all together, unless `depsFor` tells them apart. What a function throws is logged and answered with 500, without details.
 */
export function httpApp(
  definitions: readonly HttpFunction[],
  deps: HttpDeps,
  depsFor: (definition: HttpFunction) => object = () => deps,
): Hono {
  const app = new Hono();
  app.use(bodyLimit({ maxSize: largestBody, onError: (c) => c.json({ error: 'too-large' }, 413) }));
  for (const definition of definitions)
    for (const { route, access } of definition.routes) {
      const { method, path } = parseRoute(route);
      // The registry forgets which dependencies a function takes; whoever wires it gives at least those.
      app.on(method, path, async (c) => {
        const entry = await enter(access, c.req.raw, deps.operators);
        if ('refusal' in entry) return entry.refusal;
        const given = correlate(depsFor(definition), correlationOf(c.req.raw));
        const answer = await definition.run(given as never, c.req.raw, c.req.param());
        return entry.cookie === undefined ? answer : withCookie(answer, entry.cookie);
      });
    }
  app.notFound((c) => c.json({ error: 'not-found' }, 404));
  app.onError((error, c) => {
    const correlationId = correlationOf(c.req.raw);
    deps.log.error('request failed', { correlationId, route: c.req.routePath, error: String(error.stack ?? error) });
    return c.json({ error: 'internal' }, 500);
  });
  return app;
}

/** The answer may be one whose headers cannot be changed any more. */
function withCookie(answer: Response, cookie: string): Response {
  const changed = new Response(answer.body, answer);
  changed.headers.append('Set-Cookie', cookie);
  return changed;
}

/** "GET /clients/{clientId}" as Hono writes it: the method, and "/clients/:clientId". */
function parseRoute(route: string): { method: string; path: string } {
  const [method = '', path = ''] = route.split(' ');
  return { method, path: path.replaceAll(/\{(\w+)\}/g, ':$1') };
}

const known = new WeakMap<Request, string>();

/** The delivery's own id, so that its sender and we speak of the same thing; for other requests a new one. */
function correlationOf(request: Request): string {
  const delivery = request.headers.get('webhook-id');
  const id = known.get(request) ?? (delivery && /^[\x21-\x7e]{1,200}$/.test(delivery) ? delivery : crypto.randomUUID());
  known.set(request, id);
  return id;
}
