import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import * as z from 'zod';
import type { Identity } from '#shared/ports/identity.ts';

interface Options {
  /** Who issues the tokens; its keys are under `/.well-known/jwks.json`. */
  readonly issuer: string;
  readonly clientId: string;
  /** Where people sign in, without a trailing slash: `https://<domain>`. */
  readonly loginUrl: string;
}

const Tokens = z.object({ id_token: z.string() });
const Claims = z.object({ token_use: z.literal('id'), email_verified: z.union([z.literal(true), z.literal('true')]) });
const patienceMs = 5_000;

/**
 * Signing in by a Cognito user pool and its own pages. The pool holds one operator and nobody can sign up, so whoever it
 * vouches for is the operator. Keys are fetched once and again when an unknown one turns up, at most every 30 seconds.
 */
export function cognitoIdentity({ issuer, clientId, loginUrl }: Options): Identity {
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), { timeoutDuration: patienceMs });
  const at = (path: string, query: Readonly<Record<string, string>>) =>
    `${loginUrl}${path}?${new URLSearchParams({ client_id: clientId, ...query })}`;

  const vouchedFor = async (token: string): Promise<boolean> => {
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, audience: clientId, algorithms: ['RS256'] });
      return Claims.safeParse(payload).success;
    } catch (error) {
      // A token that is not good; that the keys cannot be had is no verdict on it.
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) return false;
      throw error;
    }
  };
  return {
    begin: ({ back, state, challenge }) =>
      at('/oauth2/authorize', {
        response_type: 'code',
        redirect_uri: back,
        scope: 'openid email',
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      }),

    async proves({ code, verifier, back }) {
      const grant = { grant_type: 'authorization_code', client_id: clientId, code, code_verifier: verifier };
      const body = new URLSearchParams({ ...grant, redirect_uri: back });
      const signal = AbortSignal.timeout(patienceMs);
      const answer = await fetch(`${loginUrl}/oauth2/token`, { method: 'POST', body, signal });
      if (answer.status >= 500) throw new Error(`the identity provider answered ${answer.status}`);
      const tokens = answer.ok ? Tokens.safeParse(await answer.json()) : undefined;
      return tokens?.success === true && (await vouchedFor(tokens.data.id_token));
    },

    end: (back) => at('/logout', { logout_uri: back }),
  };
}
