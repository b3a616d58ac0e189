import { createHash } from 'node:crypto';
import { type Preview, previewMail } from '#functions/dispatch-mail/preview-mail.ts';
import type { WaitingDecision } from '#shared/domain/decisions/decision.ts';
import { isAppError } from '#shared/domain/errors.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import { approvalHours } from '#shared/domain/mail/operator-acts.ts';
import type { Instant } from '#shared/domain/values/iso-date.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { messages } from '#shared/store/message.ts';

/** A decision with exactly what it would send. */
export interface Proposal {
  readonly decision: WaitingDecision;
  readonly mail?: { readonly message: WaitingMessage; readonly preview: Preview };
}

/** Undefined when its mail was sent, dropped or cancelled meanwhile: then there is nothing to decide any more. */
export async function loadProposal(
  table: TableReader,
  decision: WaitingDecision,
  moment: Date,
): Promise<Proposal | undefined> {
  if (decision.action.kind !== 'mail') return { decision };
  const stored = await messages.get(table, decision.clientId, decision.action.messageId);
  if (stored?.message.status !== 'waiting') return undefined;
  const { message } = stored;
  try {
    return { decision, mail: { message, preview: await previewMail(table, message, moment) } };
  } catch (error) {
    if (isAppError(error, 'message.not-found')) return undefined;
    throw error;
  }
}

/** Whether its mail could be sent as it stands. */
export const isSound = ({ mail }: Proposal): boolean =>
  !mail || (!('missing' in mail.preview.mail) && mail.preview.mail.problems.length === 0);

/** What an approval binds to: all that was shown, to the letter, and when. */
export const proposalHash = ({ decision, mail }: Proposal, shownAt: Instant): string =>
  createHash('sha256')
    .update(JSON.stringify([shownAt, decision, mail?.preview.hash ?? null]))
    .digest('hex');

/** Whether this is what was shown, not longer than 72 hours ago. */
export const isAsShown = (proposal: Proposal, hash: string, shownAt: Instant, now: Instant): boolean => {
  const hours = (Date.parse(now) - Date.parse(shownAt)) / 3_600_000;
  return hash === proposalHash(proposal, shownAt) && hours >= 0 && hours < approvalHours;
};
