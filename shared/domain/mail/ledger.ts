import * as z from 'zod';
import { ClientId, ContactId } from '../values/ids.ts';
import { Instant, IsoDate } from '../values/iso-date.ts';
import { Priority } from './message-kind.ts';

const PastMail = z.object({ contactId: ContactId, at: Instant, priority: Priority });

/**
 * What the arbiter must know of one client office in one place: who waits, what went out. Every change of it is guarded
 * by its version, so two runs can never both spend the same place under a cap.
 */
export const MailLedger = z.object({
  clientId: ClientId,
  /** The office's own day on which its messages were last planned. */
  plannedOn: IsoDate.optional(),
  /** When a waiting message is to be looked at again. */
  lookAgainAt: Instant.optional(),
  waiting: z.array(z.string()),
  /** Queued or sent in the last 35 days. */
  past: z.array(PastMail),
  /** Those who had a first mail. */
  introduced: z.array(ContactId),
});
export type MailLedger = z.infer<typeof MailLedger>;

export const emptyLedger = (clientId: ClientId): MailLedger => ({ clientId, waiting: [], past: [], introduced: [] });

/** The longest cap looks back a month. */
const daysRemembered = 35;

/** New messages wait, and are to be looked at now. */
export const withWaiting = (ledger: MailLedger, messageIds: readonly string[], now: Instant): MailLedger => ({
  ...ledger,
  waiting: [...new Set([...ledger.waiting, ...messageIds])],
  ...(messageIds.length > 0 ? { lookAgainAt: now } : {}),
});

/** What is left after these mails were queued and these messages settled. */
export function afterDispatch(ledger: MailLedger, { mails, settled, lookAgainAt, now }: Dispatch): MailLedger {
  const oldest = new Date(Date.parse(now) - daysRemembered * 86_400_000).toISOString();
  const { lookAgainAt: _, ...rest } = ledger;
  return {
    ...rest,
    ...(lookAgainAt === undefined ? {} : { lookAgainAt }),
    waiting: ledger.waiting.filter((messageId) => !settled.has(messageId)),
    past: [...ledger.past.filter(({ at }) => at >= oldest), ...mails],
    introduced: [...new Set([...ledger.introduced, ...mails.map(({ contactId }) => contactId)])],
  };
}

interface Dispatch {
  readonly mails: readonly z.infer<typeof PastMail>[];
  /** Mailed, expired or cancelled. */
  readonly settled: ReadonlySet<string>;
  readonly lookAgainAt: Instant | undefined;
  readonly now: Instant;
}
