import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { AppError } from '#shared/domain/errors.ts';
import type { Mailer } from '#shared/ports/mailer.ts';
import { mimeMessage } from './mime.ts';

interface Options {
  /** The verified address mail comes from. */
  readonly from: string;
  /** The configuration set whose event destination reports what became of a mail. */
  readonly configurationSet: string;
  readonly client?: Pick<SESClient, 'send'>;
}

/**
 * Mail by SES, one recipient a message. One attempt: the SDK must not repeat a send of which the answer got lost. It
 * gives up long before the lease of the mail runs out.
 */
export function sesMailer({ from, configurationSet, client = new SESClient(patience) }: Options): Omit<Mailer, 'turn'> {
  return {
    async send(mail) {
      const message = mimeMessage(mail, from);
      const request = new SendRawEmailCommand({
        Source: from,
        Destinations: [mail.to],
        RawMessage: { Data: Buffer.from(message) },
        Tags: [{ Name: 'send-id', Value: mail.sendId }],
        ConfigurationSetName: configurationSet,
      });
      try {
        const { MessageId = '' } = await client.send(request);
        return { messageId: MessageId };
      } catch (error) {
        throw translated(error, mail.sendId);
      }
    },
  };
}

const patience = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
};

/**
 * SES answered "no" in so many words, or there was no connection to ask over: nothing was sent. Silence, a connection
 * that broke or a 5xx leaves that open.
 */
function translated(cause: unknown, sendId: string): unknown {
  if (neverConnected(cause)) return new AppError('mail.unreachable', { sendId }, { cause });
  if (!(cause instanceof SESServiceException)) return cause;
  const { name: reason, message, $metadata } = cause;
  const status = $metadata.httpStatusCode ?? 0;
  if (status < 400 || status >= 500 || status === 408) return cause;
  if (/quota exceeded/i.test(message)) return new AppError('mail.quota-exceeded', { sendId, reason });
  if (/^(Throttling|TooManyRequests)/.test(reason) || status === 429)
    return new AppError('mail.throttled', { sendId, reason });
  return new AppError('mail.refused', { sendId, reason }, { cause });
}

const beforeTheConnection = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'];
const neverConnected = (cause: unknown) =>
  cause instanceof Error && 'code' in cause && beforeTheConnection.includes(String(cause.code));
