import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { AppError } from '#shared/domain/errors.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { zoomSecret } from '#shared/ports/meetings.ts';
import type { Secrets } from '#shared/ports/secrets.ts';

/** Where Zoom is, without trailing slashes. */
export interface ZoomAddresses {
  readonly accounts: string;
  readonly api: string;
}

interface Options {
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly addresses?: ZoomAddresses | undefined;
  readonly timeoutMs?: number | undefined;
}

/** Account id, client id and client secret, as they are stored. */
export const zoomCredentials = /^[\w.-]+:[\w.-]+:[\w.-]+$/;

type Ask = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => Promise<unknown>;

const zoom: ZoomAddresses = { accounts: 'https://zoom.us', api: 'https://api.zoom.us/v2' };
/** Token, list, creation, and each of the last two once more, fit into the 30 seconds of the function that asks. */
const patienceMs = 5_000;
/** A token is left a minute before it ends. */
const marginMs = 60_000;
/** The limit per second is over as soon as that; a longer wait is left to the queue. */
const longestWaitSeconds = 2;

const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/**
 * Asks Zoom's API as a server-to-server app: a token of account credentials, kept until it ends, and fetched anew once
 * when Zoom says 401. A 429 that asks for two seconds at most is waited for, once. Of two secrets, while one is rotated,
 * the older is tried when Zoom does not know the newer. Throws `meetings.unavailable` for silence, 429 and 5xx,
 * `meetings.refused` for any other "no". Errors hold status and code, never what Zoom wrote.
 */
export function zoomApi({ secrets, clock, addresses = zoom, timeoutMs = patienceMs }: Options): Ask {
  let kept: { readonly token: string; readonly until: number } | undefined;

  async function token(): Promise<string> {
    const now = clock.wall().getTime();
    if (kept && now < kept.until) return kept.token;
    const { access_token, expires_in } = await signIn(await secrets.active(zoomSecret));
    kept = { token: access_token, until: now + expires_in * 1000 - marginMs };
    return access_token;
  }

  async function signIn(credentials: readonly string[]): Promise<z.infer<typeof Token>> {
    for (const credential of credentials) {
      const [account = '', client, secret] = credential.split(':');
      const query = new URLSearchParams({ grant_type: 'account_credentials', account_id: account });
      const authorization = `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}`;
      const answer = await send(`${addresses.accounts}/oauth/token?${query}`, {
        method: 'POST',
        headers: { authorization },
      });
      if (answer.status === 200) return Token.parse(answer.body);
      if (answer.status !== 400 && answer.status !== 401) throw failure(answer, clock);
    }
    throw new AppError('meetings.refused', { problem: 'Zoom does not know these credentials', secret: zoomSecret });
  }

  const send = async (url: string, request: RequestInit): Promise<Answer> => {
    try {
      const response = await fetch(url, { ...request, signal: AbortSignal.timeout(timeoutMs) });
      return { status: response.status, retryAfter: response.headers.get('retry-after'), body: await jsonOf(response) };
    } catch (cause) {
      throw new AppError('meetings.unavailable', { problem: 'no answer' }, { cause });
    }
  };

  return async (method, path, body) => {
    const attempt = async () =>
      send(`${addresses.api}${path}`, {
        method,
        headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    let answer = await attempt();
    if (answer.status === 401) {
      kept = undefined;
      answer = await attempt();
    }
    const seconds = answer.status === 429 ? waitOf(answer, clock) : undefined;
    if (seconds !== undefined && seconds <= longestWaitSeconds) {
      await wait(seconds * 1000);
      answer = await attempt();
    }
    if (answer.status < 200 || answer.status > 299) throw failure(answer, clock);
    return answer.body;
  };
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: unknown;
}

/** Zoom answers in JSON; a proxy before it may not, and 204 has no body. */
async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const Refusal = z.object({ code: z.int() });

function failure(answer: Answer, clock: Clock): AppError {
  const { status, body } = answer;
  const code = Refusal.safeParse(body).data?.code;
  if (status !== 429 && status < 500) return new AppError('meetings.refused', { status, code });
  return new AppError('meetings.unavailable', { status, code, retryAfterSeconds: waitOf(answer, clock) });
}

/** Zoom says seconds, or for a daily limit a moment; or nothing. */
function waitOf({ retryAfter }: Answer, clock: Clock): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter);
  const seconds = Math.ceil((Date.parse(retryAfter) - clock.wall().getTime()) / 1000);
  return seconds >= 0 ? seconds : undefined;
}
