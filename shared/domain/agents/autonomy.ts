import type { MessageKind } from '../mail/message-kind.ts';

/** What an agent may bring about. */
export type ActionKind = 'record' | 'escalation' | 'play' | 'meeting' | 'proposal' | `mail:${MessageKind}`;

/** `auto`: at once; `after-delay`: the operator has a day to stop it; `approval`: only when the operator says so. */
export type Autonomy = 'auto' | 'after-delay' | 'approval';

/** How long `after-delay` waits. */
export const delayHours = 24;

/** How much each kind of action may do by itself. Anything not named here does not exist for an agent. */
export const autonomy: Readonly<Record<ActionKind, Autonomy>> = {
  record: 'auto',
  escalation: 'auto',
  play: 'approval',
  meeting: 'approval',
  proposal: 'approval',
  'mail:monthly-review': 'after-delay',
  'mail:usage-report': 'after-delay',
  'mail:recommendation': 'after-delay',
  'mail:milestone': 'after-delay',
  'mail:welcome': 'approval',
  'mail:onboarding-step': 'after-delay',
  'mail:training-invitation': 'after-delay',
  'mail:survey-request': 'approval',
  'mail:issue-update': 'approval',
  'mail:meeting-notice': 'approval',
  'mail:renewal-letter': 'approval',
};

interface Circumstances {
  readonly kind: ActionKind;
  /** 0 to 1, as the writer says. */
  readonly confidence: number;
  /** Whether the person never had a mail of ours. */
  readonly firstContact: boolean;
  /** Whether any text that played a part was flagged as giving orders. */
  readonly flagged: boolean;
  /** The words and the ids of facts that it would send. */
  readonly words: string;
  readonly facts: readonly string[];
}

const confident = 0.7;
const commercialWords =
  /\b(price|pricing|prices|cost of|discount|fee|fees|invoice|contract|renew\w*|upgrade|quote|quotation|terms|budget)\b/i;
const commercialFacts = /^(contract|budget|proposal|invoice|roi\.promised|savings\.(promised|against-promise))(\.|$)/;

/** Why an action needs the operator's approval whatever its kind; undefined when its kind alone decides. */
function needsApproval(action: Circumstances): string | undefined {
  if (action.flagged) return 'A text behind it tries to give orders.';
  if (action.firstContact) return 'It would be the first mail to this person.';
  if (action.confidence < confident) return 'The writer is not sure enough of it.';
  if (commercialWords.test(action.words) || action.facts.some((id) => commercialFacts.test(id)))
    return 'It speaks of price, contract or renewal.';
  return undefined;
}

/** What an action may do by itself, and why it may not do more. */
export function autonomyOf(action: Circumstances): { readonly autonomy: Autonomy; readonly because: string } {
  const because = needsApproval(action);
  if (because !== undefined && action.kind !== 'record' && action.kind !== 'escalation')
    return { autonomy: 'approval', because };
  return { autonomy: autonomy[action.kind], because: 'This kind of step always needs your approval.' };
}
