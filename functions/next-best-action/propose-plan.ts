import { eventOf } from '#events/define-event.ts';
import { MailDispatchDue } from '#events/mail-dispatch-due.ts';
import { factsOf } from '#functions/brief-client/facts-of.ts';
import type { Effects, Made } from '#shared/agent/agent.ts';
import { type ActionKind, autonomyOf, delayHours } from '#shared/domain/agents/autonomy.ts';
import { type PlayChoice, type PlayKey, plays } from '#shared/domain/agents/plays.ts';
import type { ProposedAction, WaitingDecision } from '#shared/domain/decisions/decision.ts';
import { fill } from '#shared/domain/grounding/fill.ts';
import { withWaiting } from '#shared/domain/mail/ledger.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import { addDays, type Instant, instantOf } from '#shared/domain/values/iso-date.ts';
import type { Change, TableReader } from '#shared/ports/table.ts';
import { announce } from '#shared/store/announcement.ts';
import { decisions } from '#shared/store/decision.ts';
import { mailLedgers, type StoredLedger } from '#shared/store/mail-ledger.ts';
import { messages } from '#shared/store/message.ts';
import { type Draft, draftMail } from './draft-mail.ts';
import type { PlanAnswer, Planning } from './plan-answer.ts';

const daysToDecide = 14;

/** Carries out a plan as far as it may go by itself: puts it on the desk, and a mail that begins it into the calendar. */
export async function proposePlan(
  table: TableReader,
  agent: string,
  planning: Planning,
  answer: PlanAnswer,
  made: Made,
): Promise<Effects> {
  if (answer.play === 'nothing')
    return { changes: [], outcome: ['Chose to do nothing.'], facts: factsOf(answer.because, planning.picture.sheet) };
  const { picture, topic, occasion } = planning;
  const { clientId } = picture.office.client;
  const play = plays[answer.play];
  const ledger = await mailLedgers.get(table, clientId);
  const draft = play.mail ? draftMail(picture, topic, answer.words) : undefined;
  const isNew = draft && !(await messages.get(table, clientId, draft.message.messageId));
  const mail =
    draft && isNew && draft.problems.length === 0 ? permitted(draft, ledger, planning, answer, made) : undefined;

  const step = fill(play.firstStep, picture.sheet, 'en-US');
  const alertId = answer.play === 'answer-alert' ? picture.alerts[0]?.alertId : undefined;
  const chosen = { name: play.name, firstStep: step, ...(alertId ? { alertId } : {}) };
  const action: ProposedAction = mail
    ? { kind: 'mail', messageId: mail.messageId, play: chosen }
    : { kind: play.kind, play: chosen };
  const decision = decisionOf(agent, planning, answer, play, action, made);
  const { because } = autonomyOf({ ...circumstances(planning, answer, play.kind), words: '', facts: [] });
  const about = mail?.approval.state === 'waiting' ? mail.approval.because : because;
  return {
    facts: decision.facts,
    changes: [
      decisions.propose({ ...decision, because: about }),
      ...(mail ? messageChanges(mail, ledger, made.now) : []),
    ],
    outcome: [
      `Proposed “${play.name}” (${occasion}).`,
      ...(mail ? [`Drafted the mail ${mail.messageId}; ${sayApproval(mail)}.`] : []),
    ],
  };
}

/** The message with as much freedom as the table of autonomy gives it. */
function permitted(
  draft: Draft,
  ledger: StoredLedger,
  planning: Planning,
  answer: PlanAnswer,
  { now }: Made,
): WaitingMessage {
  const { contact, message, text, stated } = draft;
  const firstContact = contact.introducedOn === undefined && !ledger.ledger.introduced.includes(contact.contactId);
  const { autonomy, because } = autonomyOf({
    ...circumstances(planning, answer, 'mail:recommendation'),
    firstContact,
    words: `${text.split('\n').slice(0, 200).join('\n')}`,
    facts: stated,
  });
  if (autonomy === 'approval') return { ...message, approval: { state: 'waiting', because } };
  const heldUntil = instantOf(new Date(Date.parse(now) + delayHours * 3_600_000));
  return { ...message, approval: { state: 'not-needed' }, ...(autonomy === 'after-delay' ? { heldUntil } : {}) };
}

const circumstances = ({ picture }: Planning, { confidence }: PlanAnswer, kind: ActionKind) => ({
  kind,
  confidence,
  firstContact: false,
  flagged: picture.flagged,
});

const messageChanges = (message: WaitingMessage, ledger: StoredLedger, now: Instant): Change[] => {
  const { clientId, messageId } = message;
  const due = eventOf(MailDispatchDue, `agent:${clientId}:${messageId}`, now, { clientId });
  return [
    messages.propose(message),
    mailLedgers.move(ledger, withWaiting(ledger.ledger, [messageId], now)),
    announce(due),
  ];
};

const sayApproval = ({ approval }: WaitingMessage) =>
  approval.state === 'waiting' ? 'it waits for approval' : `it goes out after ${delayHours} hours unless stopped`;

function decisionOf(
  agent: string,
  { picture, occasion }: Planning,
  { play, because, ifNothing, confidence }: PlanAnswer,
  { name, urgency }: PlayChoice,
  action: ProposedAction,
  { runId, writer, now }: Made,
): WaitingDecision {
  const title = `${name}: {{fact:client.name}}`;
  return {
    decisionId: decisionIdOf(agent, occasion, play),
    clientId: picture.office.client.clientId,
    agent,
    runId,
    writer,
    action,
    title,
    why: [...because],
    ifNothing,
    facts: factsOf([title, ...because, ifNothing], picture.sheet),
    urgency,
    confidence,
    because: '',
    proposedAt: now,
    until: addDays(picture.office.today, daysToDecide),
    status: 'waiting',
  };
}

/** Ends with the play, by which a rejection is recognised. */
export const decisionIdOf = (agent: string, occasion: string, play: PlayKey | 'review'): string =>
  `${agent}-${occasion.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.slice(0, 120) + `-${play}`;
