import { actOnMessage } from '#functions/decide-mail/act-on-message.ts';
import type { Deps } from '#functions/define-function.ts';
import type { WaitingDecision } from '#shared/domain/decisions/decision.ts';
import { AppError } from '#shared/domain/errors.ts';
import { rejectionIdOf, usuallyUntil } from '#shared/domain/memory/memory.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { addDays, dateIn, Instant, type IsoDate, instantOf } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import type { Change } from '#shared/ports/table.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { auditNames } from '#shared/store/audit-names.ts';
import { decisions, type StoredDecision } from '#shared/store/decision.ts';
import { memories } from '#shared/store/memory.ts';
import { approvalEffects } from './approval-effects.ts';
import { isAsShown, isSound, loadProposal } from './load-proposal.ts';

export type ProposalAct = 'approve' | 'edit' | 'snooze' | 'reject';
type Decider = Deps<'table:write' | 'pseudonyms:make'>;

interface Moment {
  readonly now: Instant;
  readonly today: IsoDate;
}

/**
 * Carries out what the operator decided about one proposal. Works once: the decision's version guards it. A mail is approved,
 * held and cancelled by the mail system itself, before the decision is stored, so that stopping in between leaves a decision
 * that can be made again.
 */
export async function actOnProposal(
  act: ProposalAct,
  deps: Decider,
  of: { readonly clientId: ClientId; readonly decisionId: string },
  form: URLSearchParams,
): Promise<void> {
  const { table, clock } = deps;
  const stored = await decisions.get(table, of.clientId, of.decisionId);
  if (!stored) throw new AppError('decision.not-found', { decisionId: of.decisionId });
  const { decision } = stored;
  if (decision.status !== 'waiting') throw new AppError('decision.settled', { decisionId: of.decisionId });
  const moment = { now: instantOf(clock.now()), today: dateIn(businessZone, clock.now()) };
  const changes = await acts[act](deps, { ...stored, decision }, form, moment);
  await table.commit([...changes, ...(await audited(act, deps, decision, form, moment.now))]);
}

const auditActs = {
  approve: 'decision.approved',
  edit: 'decision.edited',
  snooze: 'decision.snoozed',
  reject: 'decision.rejected',
} as const;

async function audited(
  act: ProposalAct,
  { table, pseudonyms }: Decider,
  { clientId, decisionId }: WaitingDecision,
  form: URLSearchParams,
  at: Instant,
): Promise<Change[]> {
  const detail = {
    approve: { hash: form.get('hash') ?? '' },
    edit: {},
    snooze: { days: form.get('days') ?? '' },
    reject: {},
  };
  const about = await auditNames(pseudonyms).decision(clientId, decisionId);
  const done = { scope: clientId, at, by: 'operator', act: auditActs[act], about, detail: detail[act] } as const;
  return auditTrail.record(table, done);
}

type Waiting = StoredDecision & { readonly decision: WaitingDecision };

const acts: Readonly<
  Record<ProposalAct, (deps: Decider, stored: Waiting, form: URLSearchParams, moment: Moment) => Promise<Change[]>>
> = {
  async approve(deps, stored, form, { now, today }) {
    const { decision } = stored;
    const proposal = await loadProposal(deps.table, decision, deps.clock.now());
    if (!proposal) throw new AppError('decision.settled', { decisionId: decision.decisionId });
    const shown = Instant.safeParse(form.get('shown'));
    const hash = form.get('hash') ?? '';
    if (!shown.success || !isSound(proposal) || !isAsShown(proposal, hash, shown.data, now))
      throw new AppError('decision.changed', { decisionId: decision.decisionId });
    if (proposal.mail) await onMail('approve', deps, decision, { hash: proposal.mail.preview.hash ?? '' });
    const effects = await approvalEffects(deps.table, decision, now, today);
    return [decisions.move(stored, { ...unsnoozed(decision), status: 'approved', at: now, of: hash }), ...effects];
  },

  async edit(_, stored, form, { now }) {
    const { decision } = stored;
    const says = form.get('says')?.trim().slice(0, 1_200) ?? '';
    if (says === '') throw bad('Say what is to be done.');
    // Shown filled in, so a place that no fact fills would break every page it stands on.
    if (says.includes('{{')) throw bad('Write it in words and figures, without double braces.');
    return [decisions.move(stored, { ...decision, action: withWords(decision.action, says), editedAt: now })];
  },

  async snooze(deps, stored, form, { today }) {
    const days = Number(form.get('days'));
    if (!Number.isInteger(days) || days < 1 || days > 30) throw bad('Snooze for 1 to 30 days.');
    const { until } = stored.decision;
    // It would never wake.
    if (addDays(today, days) > until) throw bad(`It makes sense until ${until} only: snooze it for fewer days.`);
    await onMail('hold', deps, stored.decision, { days: String(days) });
    return [decisions.move(stored, { ...stored.decision, snoozedUntil: addDays(today, days) })];
  },

  async reject(deps, stored, form, { now, today }) {
    const { decision } = stored;
    const reason = form.get('reason')?.trim().slice(0, 300) ?? '';
    if (reason === '') throw bad('Say why: the agent reads it the next time.');
    await onMail('cancel', deps, decision, { reason });
    const remembered = memories.keep({
      memoryId: rejectionIdOf(decision.decisionId),
      clientId: decision.clientId,
      kind: 'rejection',
      says: reason,
      source: `decision ${decision.decisionId}`,
      recordedAt: now,
      until: usuallyUntil('rejection', today),
    });
    return [decisions.move(stored, { ...unsnoozed(decision), status: 'rejected', at: now, reason }), remembered];
  },
};

/** Does the same to the mail, if there is one. */
async function onMail(
  act: 'approve' | 'hold' | 'cancel',
  deps: Decider,
  { clientId, action }: WaitingDecision,
  form: Readonly<Record<string, string>>,
): Promise<void> {
  if (action.kind !== 'mail') return;
  await actOnMessage(act, deps, { clientId, messageId: action.messageId }, new URLSearchParams(form));
}

function withWords(action: WaitingDecision['action'], says: string): WaitingDecision['action'] {
  if (action.kind === 'mail') throw bad('The words of a mail are edited on its own page.');
  return action.kind === 'meeting' ? { ...action, says } : { ...action, play: { ...action.play, firstStep: says } };
}

function unsnoozed({ snoozedUntil: _, editedAt: __, ...decision }: WaitingDecision) {
  return decision;
}

const bad = (says: string) => new AppError('decision.bad-input', { says });
