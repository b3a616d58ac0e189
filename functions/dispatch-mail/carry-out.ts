import type { MailSettings } from '#functions/define-function.ts';
import type { Decision, PastMail } from '#shared/domain/cadence/mailing.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import { asksAgain } from '#shared/domain/mail/operator-acts.ts';
import type { Instant, IsoMonth } from '#shared/domain/values/iso-date.ts';
import type { Change, TableReader } from '#shared/ports/table.ts';
import { messages, type StoredMessage } from '#shared/store/message.ts';
import { loadOthers, type Office, type Others } from './load-office.ts';
import { queueMail } from './queue-mail.ts';
import { monthOfMessage } from './write-mail.ts';

export type StoredWaiting = StoredMessage<WaitingMessage>;

interface Surroundings {
  readonly office: Office;
  readonly waiting: readonly StoredWaiting[];
  readonly table: TableReader;
  readonly settings: MailSettings;
  readonly secret: string;
}

interface Done {
  readonly changes: readonly Change[];
  /** What went into the queue. */
  readonly mails: readonly PastMail[];
  /** Ids of messages that wait no longer. */
  readonly settled: readonly string[];
  /** The earliest moment at which something that waits may go. */
  readonly lookAgainAt: Instant | undefined;
}

/** A quarter of the table's limit on changes a commit; what does not fit is decided in the next quarter of an hour. */
const mailsAtOnce = 10;

/** Turns decisions into changes: mails queued, messages held, dropped or sent back to the operator. */
export async function carryOut(decisions: readonly Decision[], around: Surroundings): Promise<Done> {
  const { office, waiting, table } = around;
  const byId = new Map(waiting.map((stored) => [stored.message.messageId, stored]));
  const othersOf = othersOnce(table, office);
  const changes: Change[] = [];
  const mails: PastMail[] = [];
  const settled: string[] = [];
  const again: Instant[] = [];

  const wait = (stored: StoredWaiting, reason: string, until: Instant, message = stored.message) => {
    again.push(until);
    if (message.hold?.reason === reason && message.hold.until === until && message === stored.message) return;
    changes.push(messages.move(stored, { ...message, hold: { reason, until, at: office.now } }));
  };
  for (const decision of decisions) {
    if (decision.decision === 'hold') {
      const stored = byId.get(decision.messageId);
      if (stored) wait(stored, decision.reason, decision.until);
    } else if (decision.decision === 'expire') {
      const stored = byId.get(decision.messageId);
      if (!stored) continue;
      settled.push(decision.messageId);
      changes.push(messages.move(stored, expired(stored.message, decision.reason, office.now)));
    } else {
      const [first, ...more] = decision.messageIds.flatMap((id) => byId.get(id) ?? []);
      if (!first) continue;
      if (mails.length === mailsAtOnce) {
        for (const stored of [first, ...more]) wait(stored, 'too-early', minutesAfter(office.now, 15));
        continue;
      }
      const others = await othersOf(monthOfMessage(first.message, office));
      const queued = queueMail(around, [first, ...more], others);
      if ('queued' in queued) {
        changes.push(...queued.changes);
        mails.push(queued.queued);
        settled.push(...decision.messageIds);
      } else {
        for (const stored of [first, ...more])
          wait(
            stored,
            queued.reason,
            queued.until,
            queued.asks ? asksAgain(stored.message, queued.asks) : stored.message,
          );
      }
    }
  }
  return { changes, mails, settled, lookAgainAt: again.sort()[0] };
}

const expired = ({ hold: _, ...message }: WaitingMessage, reason: string, at: Instant) =>
  ({ ...message, status: 'expired', at, reason }) as const;

const minutesAfter = (moment: Instant, minutes: number) =>
  new Date(Date.parse(moment) + minutes * 60_000).toISOString() as Instant;

/** The others are loaded once a month asked about, and only when a mail goes out. */
function othersOnce(table: TableReader, office: Office) {
  const known = new Map<IsoMonth, Promise<Others>>();
  return (month: IsoMonth): Promise<Others> => {
    const found = known.get(month) ?? loadOthers(table, office, month);
    known.set(month, found);
    return found;
  };
}
