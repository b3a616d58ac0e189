import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

interface Question {
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Asks the emulated API Gateway. Not every machine finds names under `localhost`, so the API's name travels in the Host
 * header, which `fetch` does not let us set.
 */
export async function askApi(url: string, { method = 'GET', body, headers = {} }: Question = {}) {
  const { hostname, port, pathname } = new URL(url);
  const asked = request({ host: '127.0.0.1', port, path: pathname, method, headers: { ...headers, host: hostname } });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve).once('error', reject);
  });
  asked.end(body);
  const answer = await answered;
  return { status: answer.statusCode, type: answer.headers['content-type'], body: await text(answer) };
}
