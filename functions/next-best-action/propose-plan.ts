import { factsOf } from '#functions/brief-client/facts-of.ts';
import type { Effects, Made } from '#shared/agent/agent.ts';
import { autonomyOf, delayHours } from '#shared/domain/agents/autonomy.ts';
import { type PlayChoice, type PlayKey, plays } from '#shared/domain/agents/plays.ts';
import type { ProposedAction, WaitingDecision } from '#shared/domain/decisions/decision.ts';
import { fill } from '#shared/domain/grounding/fill.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import { addDays } from '#shared/domain/values/iso-date.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { decisions } from '#shared/store/decision.ts';
import { mailLedgers } from '#shared/store/mail-ledger.ts';
import { messages } from '#shared/store/message.ts';
import { draftMail } from './draft-mail.ts';
import { messageChanges, permitMail } from './permit-mail.ts';
import type { PlanAnswer, Planning } from './plan-answer.ts';

const daysToDecide = 14;

/**
 * Carries out a plan as far as it may go by itself: a mail that is free to go waits a day in the calendar, where the operator
 * can stop it; everything else is put on the desk, with the mail that begins it if there is one.
 */
export async function proposePlan(
  table: TableReader,
  agent: string,
  planning: Planning,
  answer: PlanAnswer,
  made: Made,
): Promise<Effects> {
  const { picture, topic } = planning;
  const said = factsOf([...answer.because, answer.ifNothing], picture.sheet);
  if (answer.play === 'nothing') return { changes: [], outcome: ['Chose to do nothing.'], facts: said };
  const { clientId } = picture.office.client;
  const play = plays[answer.play];
  const ledger = await mailLedgers.get(table, clientId);
  const draft = mailBegins(planning, answer) ? draftMail(picture, topic, answer.words) : undefined;
  const isNew = draft && !(await messages.get(table, clientId, draft.message.messageId));
  const { flagged } = picture;
  const { confidence } = answer;
  const mail =
    draft && isNew && draft.problems.length === 0
      ? permitMail(draft, ledger, { confidence, flagged, withPlay: play.mail === 'with-play', now: made.now })
      : undefined;
  const sent = mail ? messageChanges(mail, ledger, made.now) : [];
  const drafted = mail
    ? [`Drafted a ${mail.kind.replaceAll('-', ' ')}, which stands in the calendar: ${sayApproval(mail)}.`]
    : [];
  if (mail && mail.approval.state !== 'waiting') return { changes: sent, outcome: drafted, facts: said };

  const decision = decisionOf(agent, planning, answer, play, actionOf(planning, answer, play, mail), made);
  const { because } = autonomyOf({ kind: play.kind, confidence, flagged, firstContact: false, words: '', facts: [] });
  const why = mail?.approval.state === 'waiting' ? mail.approval.because : because;
  return {
    changes: [decisions.propose({ ...decision, because: why }), ...sent],
    outcome: [`Proposed “${fill(play.name, picture.sheet, 'en-US')}”.`, ...drafted],
    facts: decision.facts,
  };
}

/** A recommendation speaks of how the products are used; it is no answer to an alert about anything else. */
function mailBegins({ picture }: Planning, { play }: PlanAnswer): boolean {
  if (play === 'nothing' || plays[play].mail === 'none') return false;
  const cause = play === 'answer-alert' ? picture.alerts[0]?.cause : undefined;
  return (
    !cause || (cause.kind === 'dimension-falling' && (cause.dimension === 'adoption' || cause.dimension === 'usage'))
  );
}

const sayApproval = ({ approval }: WaitingMessage) =>
  approval.state === 'waiting'
    ? 'it waits for approval'
    : `it goes out in ${delayHours} hours at the earliest, unless stopped`;

function actionOf(
  { picture }: Planning,
  answer: PlanAnswer,
  { kind, name, firstStep }: PlayChoice,
  mail: WaitingMessage | undefined,
): ProposedAction {
  const alertId = answer.play === 'answer-alert' ? picture.alerts[0]?.alertId : undefined;
  const say = (prose: string) => fill(prose, picture.sheet, 'en-US');
  const chosen = { name: say(name), firstStep: say(firstStep), ...(alertId ? { alertId } : {}) };
  return mail ? { kind: 'mail', messageId: mail.messageId, play: chosen } : { kind, play: chosen };
}

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

/** Ends with the play, by which what was proposed or rejected is recognised. */
export function decisionIdOf(agent: string, occasion: string, play: PlayKey | 'review'): string {
  const about = `${agent}-${occasion.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.slice(0, 120);
  return `${about}-${play}`;
}
