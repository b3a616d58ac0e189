import * as z from 'zod';
import type { ContactRole } from '../clients/client.ts';

/** Every kind of message to people at a client. What each is for and how it reads: `shared/letters/catalogue.ts`. */
export const MessageKind = z.enum([
  'monthly-review',
  'usage-report',
  'recommendation',
  'milestone',
  'welcome',
  'onboarding-step',
  'training-invitation',
  'survey-request',
  'issue-update',
  'meeting-notice',
  'renewal-letter',
]);
export type MessageKind = z.infer<typeof MessageKind>;

/** Critical mail (a client's critical issue) is exempt from caps, quiet hours and blackouts, never from suppression. */
export const Priority = z.enum(['critical', 'high', 'normal', 'low']);
export type Priority = z.infer<typeof Priority>;

/** Relationship mail concerns what the client has; commercial mail offers something, and needs opt-out and a postal address. */
export const MailClass = z.enum(['relationship', 'commercial']);
export type MailClass = z.infer<typeof MailClass>;

/**
 * `anytime`; `outside-blackouts` (the sporting calendar's busy and festive days); `training-windows` (only in the role's
 * off-season, domain-facts.md).
 */
export const SeasonRule = z.enum(['anytime', 'outside-blackouts', 'training-windows']);
export type SeasonRule = z.infer<typeof SeasonRule>;

/** `automatic`, or only after the operator approved exactly this text. A first mail to a person always needs approval. */
const ApprovalTier = z.enum(['automatic', 'operator']);
type ApprovalTier = z.infer<typeof ApprovalTier>;

/** The rules one kind of message obeys. */
export interface MessagePolicy {
  readonly kind: MessageKind;
  /** What it is called before people: "Monthly success review". */
  readonly name: string;
  /** One sentence: what it is for. */
  readonly purpose: string;
  readonly class: MailClass;
  /** Who may be written to, the most fitting role first. */
  readonly audience: readonly ContactRole[];
  readonly priority: Priority;
  readonly season: SeasonRule;
  readonly approval: ApprovalTier;
  /** Whether it may travel inside another mail to the same person. */
  readonly digestible: boolean;
  /** Days after which it is stale and is dropped, with the reason. */
  readonly expiresAfterDays: number;
}
