import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import * as z from 'zod';

const Meeting = z.object({
  topic: z.string(),
  agenda: z.string(),
  start_time: z.string(),
  duration: z.number(),
  timezone: z.string(),
});

/** A request as it came over the wire. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string;
}
export interface Answer {
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A server that speaks the part of Zoom's API that we use: tokens of account credentials, and the meetings of the user,
 * 300 a page. `trouble` answers instead, or `hang-up` does not answer, when it has something to say.
 */
export async function zoomService() {
  const meetings: (z.infer<typeof Meeting> & { id: number; join_url: string })[] = [];
  const asked: Asked[] = [];
  const trouble: ((request: Asked) => Answer | 'hang-up' | undefined)[] = [];
  let tokens = 0;

  const answerTo = (request: Asked, body: string): Answer => {
    const { method, path, query, authorization } = request;
    if (path === '/oauth/token') {
      const known = authorization === `Basic ${btoa('app:secret')}` && query.get('account_id') === 'account';
      return known
        ? { status: 200, body: { access_token: `token-${++tokens}`, expires_in: 3600 } }
        : { status: 400, body: { reason: 'Invalid client_id or client_secret' } };
    }
    if (authorization !== `Bearer token-${tokens}`) return { status: 401, body: { code: 124 } };
    if (method === 'GET') {
      const from = Number(query.get('next_page_token') || 0);
      const to = from + Number(query.get('page_size'));
      return {
        status: 200,
        body: { meetings: meetings.slice(from, to), next_page_token: to < meetings.length ? String(to) : '' },
      };
    }
    const wanted = Meeting.parse(JSON.parse(body));
    if (method === 'POST') {
      const id = 8_000_000_000 + meetings.length;
      const made = { ...wanted, id, join_url: `https://zoom.example/j/${id}` };
      meetings.push(made);
      return { status: 201, body: made };
    }
    const found = meetings.find(({ id }) => path === `/meetings/${id}`);
    if (!found) return { status: 404, body: { code: 3001 } };
    Object.assign(found, wanted);
    return { status: 204 };
  };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://zoom');
    const { method = '', headers } = request;
    const one = { method, path: pathname, query: searchParams, authorization: headers.authorization ?? '' };
    const body = await text(request);
    asked.push(one);
    const instead = trouble.map((says) => says(one)).find((answer) => answer !== undefined);
    // What happened at Zoom before the answer got lost, happened.
    if (instead === 'hang-up') {
      answerTo(one, body);
      return request.socket.destroy();
    }
    const answer = instead ?? answerTo(one, body);
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(answer.body && JSON.stringify(answer.body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    addresses: { accounts: url, api: url },
    meetings,
    asked,
    trouble,
    close: () => new Promise((closed) => server.close(closed)),
  };
}
