import type { Candidate, ExpiryReason, Recipient } from './mailing.ts';

/**
 * Why a message will never be sent, or undefined while it may be. Who unsubscribed, bounced or complained gets nothing,
 * not even critical mail: one click ends all mail, as the page that they clicked on promised. The operator sees it as
 * expired and can telephone.
 */
export function whyExpired(
  { kind, expiresAt }: Candidate,
  recipient: Recipient | undefined,
  now: number,
): ExpiryReason | undefined {
  if (recipient === undefined) return 'no-recipient';
  const { suppression, preferences } = recipient;
  if (suppression) return suppression.because === 'unsubscribed' ? 'opted-out' : 'suppressed';
  if (preferences.without.includes(kind)) return 'unwanted-kind';
  return Date.parse(expiresAt) <= now ? 'stale' : undefined;
}
