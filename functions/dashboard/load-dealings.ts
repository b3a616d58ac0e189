import type { Action } from '#shared/domain/actions/action.ts';
import type { Mail } from '#shared/domain/mail/mail.ts';
import type { Meeting } from '#shared/domain/meetings/meeting.ts';
import { reviewRate } from '#shared/domain/meetings/review-rate.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { addMonths, type IsoDate, type IsoMonth, monthOf } from '#shared/domain/values/iso-date.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { actions } from '#shared/store/action.ts';
import { mails } from '#shared/store/mail.ts';
import { meetings } from '#shared/store/meeting.ts';

/** Something we did with a client. */
export interface Dealing {
  readonly action: Action;
  /** What became of the mail it is about. */
  readonly mail: Mail | undefined;
}

/** Whether a success review took place in a month. */
export interface ReviewMonth {
  readonly month: IsoMonth;
  readonly outcome: 'held' | 'missed' | 'none';
}

/** Everything between us and a client: what was said and done, what is to come, and the reviews. */
export interface Dealings {
  /** The newest first. */
  readonly past: readonly Dealing[];
  /** The next first. */
  readonly toCome: readonly Meeting[];
  /** The last six months that are over, the latest first. */
  readonly reviews: readonly ReviewMonth[];
}

const shown = 20;
const monthsShown = 6;

export async function loadDealings(
  table: TableReader,
  clientId: ClientId,
  now: Date,
  today: IsoDate,
): Promise<Dealings> {
  const [recorded, arranged] = await Promise.all([actions.of(table, clientId, shown), meetings.of(table, clientId)]);
  const sent = await Promise.all(recorded.map(({ mailId }) => (mailId ? mails.get(table, mailId) : undefined)));
  const all = arranged.map(({ meeting }) => meeting);
  const open = all.filter(
    ({ status, at }) => (status === 'proposed' || status === 'arranged') && at > now.toISOString(),
  );
  return {
    past: recorded.map((action, i) => ({ action, mail: sent[i]?.mail })),
    toCome: open.toReversed(),
    reviews: Array.from({ length: monthsShown }, (_, i) => addMonths(monthOf(today), -1 - i)).map((month) => ({
      month,
      outcome: outcomeOf(all, clientId, month),
    })),
  };
}

function outcomeOf(all: readonly Meeting[], clientId: ClientId, month: IsoMonth): ReviewMonth['outcome'] {
  const { held, missed } = reviewRate(all, [clientId], month);
  if (held.length > 0) return 'held';
  return missed.length > 0 ? 'missed' : 'none';
}
