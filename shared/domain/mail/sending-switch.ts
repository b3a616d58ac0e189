import * as z from 'zod';
import { Instant, instantOf } from '../values/iso-date.ts';
import type { PendingMail } from './mail.ts';

/**
 * What stops mail. The operator pauses it; the kill switch trips by itself and waits for the operator; the service's
 * daily quota comes back by itself.
 */
export const SendingSwitch = z.object({
  paused: z.object({ since: Instant }).optional(),
  tripped: z.object({ at: Instant, because: z.string() }).optional(),
  /** Mails sent before this do not count for the kill switch any more: the operator has looked into them. */
  countFrom: Instant.optional(),
  quotaBackAt: Instant.optional(),
});
export type SendingSwitch = z.infer<typeof SendingSwitch>;

/** Nothing stops mail. */
export const switchOn: SendingSwitch = {};

/** The operator stops all mail to clients. Pausing twice is pausing once. */
export const pause = (of: SendingSwitch, now: Date): SendingSwitch =>
  of.paused ? of : { ...of, paused: { since: instantOf(now) } };

/** The operator lets mail go again. What waited goes out; a tripped kill switch stays tripped. */
export const resume = ({ paused: _, ...rest }: SendingSwitch): SendingSwitch => rest;

/** The kill switch trips. Once it has, the first reason stays. */
export const trip = (of: SendingSwitch, because: string, now: Date): SendingSwitch =>
  of.tripped ? of : { ...of, tripped: { at: instantOf(now), because } };

/** The operator found the cause: mail goes again, and the count of bounces and complaints begins anew. */
export const rearm = ({ tripped: _, ...rest }: SendingSwitch, now: Date): SendingSwitch => ({
  ...rest,
  countFrom: instantOf(now),
});

/** SES counts over 24 hours, so all of the quota is back at the same time tomorrow. */
export const exhaustQuota = (of: SendingSwitch, now: Date): SendingSwitch => ({
  ...of,
  quotaBackAt: instantOf(new Date(now.getTime() + 86_400_000)),
});

/** Why no mail goes to clients, in words for the operator; undefined when it does. */
export function stopped({ paused, tripped }: SendingSwitch): string | undefined {
  if (tripped) return `stopped by itself: ${tripped.because}`;
  return paused && 'paused by the operator';
}

/** Mail to the operator must come through when mail to clients is stopped, or nobody would learn of it. */
export const isStopped = (of: SendingSwitch, { kind }: Pick<PendingMail, 'kind'>): boolean =>
  kind !== 'operator-alert' && stopped(of) !== undefined;
