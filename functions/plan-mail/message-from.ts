import type { Office } from '#functions/dispatch-mail/load-office.ts';
import { factSheet } from '#shared/domain/grounding/grounded-fact.ts';
import type { MailLedger } from '#shared/domain/mail/ledger.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import type { MeetingId } from '#shared/domain/meetings/meeting.ts';
import { messageIdOf } from '#shared/domain/programmes/message-id.ts';
import type { Proposal } from '#shared/domain/programmes/proposal.ts';
import { catalogue } from '#shared/letters/catalogue.ts';

/** The message a proposal becomes, with its meeting if that was planned, and whether the operator must read it first. */
export function messageFrom(
  proposal: Proposal,
  office: Office,
  ledger: MailLedger,
  planned: MeetingId | undefined,
): WaitingMessage {
  const { kind, contactId, occasion, because, notBefore, staleAt, critical, facts, meeting } = proposal;
  const meetingId = proposal.meetingId ?? (meeting?.meetingId === planned ? planned : undefined);
  return {
    messageId: messageIdOf(kind, contactId, occasion),
    clientId: office.client.clientId,
    contactId,
    kind,
    occasion,
    because,
    proposedAt: office.now,
    notBefore,
    staleAt,
    ...(critical ? { critical } : {}),
    facts: [...factSheet(facts).values()],
    ...(meetingId ? { meetingId } : {}),
    approval: approvalOf(proposal, office, ledger),
    status: 'waiting',
  };
}

/** Renewal, and the first mail to a person, go out only when the operator has read them. */
function approvalOf({ kind, contactId }: Proposal, office: Office, ledger: MailLedger): WaitingMessage['approval'] {
  if (catalogue[kind].approval === 'operator')
    return { state: 'waiting', because: `A ${catalogue[kind].name.toLowerCase()} always needs your approval.` };
  const contact = office.contacts.find((each) => each.contactId === contactId);
  const introduced = contact?.introducedOn !== undefined || ledger.introduced.includes(contactId);
  if (!introduced) return { state: 'waiting', because: 'It would be the first mail to this person.' };
  return { state: 'not-needed' };
}
