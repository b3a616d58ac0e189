import { signedSessions } from '#shared/adapters/signed-sessions.ts';
import { everyClient } from '#shared/domain/audit/entry.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Identity } from '#shared/ports/identity.ts';
import type { Operators } from '#shared/ports/operators.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import type { Table } from '#shared/ports/table.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';

interface Machine {
  readonly table: Table;
  readonly secrets: Secrets;
  readonly clock: Clock;
}

/**
 * Whoever opens a page on this machine is the operator: the first page opened begins a session, as signing in does in the
 * cloud. Not so what another site's page sets off: browsers say so (Fetch Metadata), and it gets no session and no answer.
 */
export function localOperator({ table, secrets, clock }: Machine): Operators {
  const sessions = signedSessions({ secrets, clock });
  return {
    ...sessions,
    async admit({ headers }) {
      const site = headers.get('sec-fetch-site') ?? 'none';
      if (!['none', 'same-origin'].includes(site)) return undefined;
      // Programmes without a browser read page after page; only a browser keeps a session.
      if (headers.has('sec-fetch-mode')) await retryOnConflict(() => recordSignIn(table, clock));
      return sessions.open();
    },
  };
}

async function recordSignIn(table: Table, clock: Clock): Promise<void> {
  const action = { scope: everyClient, at: instantOf(clock.now()), by: 'operator', act: 'operator.signed-in' } as const;
  await table.commit(await auditTrail.record(table, action));
}

/** On one machine nobody needs to prove anything; the pages let the operator in. */
export const noIdentity: Identity = {
  begin: () => '/',
  proves: () => Promise.resolve(false),
  end: () => '/',
};
