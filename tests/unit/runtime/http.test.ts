import { serve } from '@hono/node-server';
import { describe, expect, it } from 'vitest';
import { defineHttpFunction } from '#functions/define-function.ts';
import { httpApp, largestBody } from '#shared/runtime/http.ts';

const quiet = { info() {}, warn() {}, error() {} };

const echo = defineHttpFunction({
  name: 'echo',
  purpose: 'Answers with the bytes it was sent.',
  routes: [{ route: 'POST /echo/{clientId}', access: 'signed' }],
  needs: [],
  run: async (_, request, { clientId = '' }) =>
    new Response(await request.arrayBuffer(), { headers: { 'x-client': clientId } }),
});
const broken = defineHttpFunction({
  name: 'broken',
  purpose: 'Always fails.',
  routes: [{ route: 'GET /broken', access: 'public' }],
  needs: [],
  run: async () => {
    throw new Error('the reason is nobody else’s business');
  },
});

const app = httpApp([echo, broken], { log: quiet });
const post = (body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) =>
  app.request('/echo/big-12', { method: 'POST', body, headers });

/** A body whose length nobody knows beforehand; it tells how much of it was taken. */
function endless(chunk: number) {
  const taken = { bytes: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken.bytes += chunk;
      controller.enqueue(new Uint8Array(chunk));
    },
  });
  return { body, taken };
}

describe('the HTTP app', () => {
  it('gives a function the exact bytes and the path’s parameters', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const answer = await post(bytes);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get('x-client')).toBe('big-12');
  });

  it('answers 404 to what no function serves', async () => {
    expect((await app.request('/elsewhere')).status).toBe(404);
    expect((await app.request('/echo/big-12')).status).toBe(404);
  });

  it('answers 500 without the reason, and logs the reason', async () => {
    const lines: unknown[] = [];
    const logged = httpApp([broken], { log: { ...quiet, error: (_, about) => lines.push(about) } });
    const answer = await logged.request('/broken');
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ error: 'internal' });
    expect(JSON.stringify(lines)).toContain('nobody else');
  });

  it.each([
    ['of the largest size is served', largestBody, 200],
    ['one byte larger is refused', largestBody + 1, 413],
  ])('a body %s', async (_, size, status) => {
    expect((await post(new Uint8Array(size))).status).toBe(status);
    expect((await post(new Uint8Array(size), { 'content-length': String(size) })).status).toBe(status);
  });

  it('stops reading a body of unknown length once it is too large', async () => {
    const { body, taken } = endless(64 * 1024);
    const request = new Request('http://localhost/echo/big-12', {
      method: 'POST',
      body,
      duplex: 'half',
    } as RequestInit);
    expect((await app.request(request)).status).toBe(413);
    expect(taken.bytes).toBeLessThan(2 * largestBody);
  });

  it('keeps both rules behind a real server', async () => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    try {
      await new Promise((resolve) => server.once('listening', resolve));
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      const send = (body: NonNullable<RequestInit['body']>) =>
        fetch(`http://127.0.0.1:${port}/echo/sec`, { method: 'POST', body, duplex: 'half' } as RequestInit);
      expect(await (await send('{"a": 1}')).text()).toBe('{"a": 1}');
      const chunked = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('in pieces, '));
          controller.enqueue(new TextEncoder().encode('all of it'));
          controller.close();
        },
      });
      expect(await (await send(chunked)).text()).toBe('in pieces, all of it');
      expect((await send(new Uint8Array(largestBody + 1))).status).toBe(413);
    } finally {
      server.close();
    }
  });
});
