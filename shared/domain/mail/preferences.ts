import * as z from 'zod';
import { ClientId, ContactId } from '../values/ids.ts';
import { Instant, IsoDate } from '../values/iso-date.ts';
import { MessageKind } from './message-kind.ts';

/** How numbers, dates and times are written for a person; the words stay English. */
export const NumberStyle = z.enum(['en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES']);
export type NumberStyle = z.infer<typeof NumberStyle>;

/** What a person at a client wants, and what we must never do again. Everything has a default, so nobody must choose. */
export const Preferences = z.object({
  /** Kinds the person does not want. */
  without: z.array(MessageKind).default([]),
  /** `usual` follows the caps; `monthly` is at most one mail in 28 days. */
  frequency: z.enum(['usual', 'monthly']).default('usual'),
  pausedUntil: IsoDate.optional(),
  numbers: NumberStyle.default('en-US'),
  /** When mail should arrive on the person's own clock. */
  timeOfDay: z.enum(['morning', 'midday', 'afternoon']).default('morning'),
  /** The person's own time zone, when it is not the office's. */
  timeZone: z.string().optional(),
});
export type Preferences = z.infer<typeof Preferences>;

/** Why a person gets no mail at all. */
export const Suppression = z.object({
  because: z.enum(['unsubscribed', 'hard-bounce', 'complaint', 'operator', 'erased']),
  at: Instant,
  /** For the operator, never personal data: the mail that caused it. */
  mailId: z.string().optional(),
});
export type Suppression = z.infer<typeof Suppression>;

/** What we may send to one contact. */
export const Consent = z.object({
  clientId: ClientId,
  contactId: ContactId,
  preferences: Preferences,
  suppression: Suppression.optional(),
  changedAt: Instant.optional(),
});
export type Consent = z.infer<typeof Consent>;

/** Nobody has said anything yet. */
export const usualConsent = (clientId: ClientId, contactId: ContactId): Consent => ({
  clientId,
  contactId,
  preferences: Preferences.parse({}),
});
