import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import { approvalHours } from '#shared/domain/mail/operator-acts.ts';
import { addressOf } from './messages.tsx';

interface Props {
  readonly message: WaitingMessage;
  /** What an approval binds to: exactly what the page shows. Absent when it must not be sent as it is. */
  readonly hash: string | undefined;
}

/** What the operator can do about a message that waits. Plain forms, each one decision. */
export function MessageActs({ message, hash }: Props) {
  const to = (act: string) => `${addressOf(message)}/${act}`;
  return (
    <section class="acts" aria-label="Decide">
      {message.approval.state === 'waiting' && hash !== undefined && (
        <form class="approve" method="post" action={to('approve')}>
          <input type="hidden" name="hash" value={hash} />
          <button type="submit" class="main">
            Approve exactly this
          </button>
          <small>
            {message.approval.because} An approval holds for {approvalHours} hours, and only while the mail reads as
            below.
          </small>
        </form>
      )}
      <form method="post" action={to('hold')}>
        <label>
          Not before <input name="days" type="number" min="1" max="60" value="7" required /> days from now
        </label>
        <button type="submit">Hold it</button>
      </form>
      <form method="post" action={to('cancel')}>
        <label>
          Never, because <input name="reason" maxlength={300} required />
        </label>
        <button type="submit">Cancel it</button>
      </form>
    </section>
  );
}
