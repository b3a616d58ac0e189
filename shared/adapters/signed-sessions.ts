import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { sessionSeconds } from '#shared/domain/operator/session-cookie.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { type Operators, sessionSecret } from '#shared/ports/operators.ts';
import type { Secrets } from '#shared/ports/secrets.ts';

/**
 * Sessions that nothing is stored of: `<end in seconds>.<random>.<HMAC-SHA256 of both>`. Whoever takes the older of two active
 * secrets away ends the sessions signed with it.
 */
export function signedSessions({ secrets, clock }: { readonly secrets: Secrets; readonly clock: Clock }): Operators {
  const seconds = () => Math.floor(clock.wall().getTime() / 1000);
  return {
    async open() {
      const [newest = ''] = await secrets.active(sessionSecret);
      const claim = `${seconds() + sessionSeconds}.${randomBytes(16).toString('base64url')}`;
      return `${claim}.${signature(claim, newest)}`;
    },
    async isOpen(token) {
      const [, claim = '', end = '', signed = ''] = /^((\d{10})\.[\w-]{22})\.([\w-]{43})$/.exec(token) ?? [];
      if (claim === '' || Number(end) <= seconds()) return false;
      const active = await secrets.active(sessionSecret);
      return active.some((secret) => timingSafeEqual(Buffer.from(signed), Buffer.from(signature(claim, secret))));
    },
  };
}

const signature = (claim: string, secret: string): string =>
  createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(`operator session: ${claim}`)
    .digest('base64url');
