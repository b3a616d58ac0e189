import { SESClient, SESServiceException, SendEmailCommand } from '@aws-sdk/client-ses';
import { AppError } from '#shared/domain/errors.ts';
import type { Mailer, OutgoingMail } from '#shared/ports/mailer.ts';

interface Options {
  /** The verified address mail comes from. */
  readonly from: string;
  /** The configuration set whose event destinations report what became of a mail. */
  readonly configurationSet?: string | undefined;
  readonly client?: Pick<SESClient, 'send'>;
}

/** Mail by SES, one recipient a message. One attempt: the SDK must not repeat a send of which the answer got lost. */
export function sesMailer({ from, configurationSet, client = new SESClient({ maxAttempts: 1 }) }: Options): Mailer {
  return {
    async send(mail) {
      try {
        const { MessageId = '' } = await client.send(new SendEmailCommand(request(mail, from, configurationSet)));
        return { messageId: MessageId };
      } catch (error) {
        throw translated(error, mail.sendId);
      }
    },
  };
}

const request = ({ sendId, to, subject, text, html }: OutgoingMail, from: string, configurationSet?: string) => ({
  Source: from,
  Destination: { ToAddresses: [to] },
  Message: {
    Subject: { Charset: 'UTF-8', Data: subject },
    Body: { Text: { Charset: 'UTF-8', Data: text }, Html: { Charset: 'UTF-8', Data: html } },
  },
  Tags: [{ Name: 'send-id', Value: sendId }],
  ...(configurationSet ? { ConfigurationSetName: configurationSet } : {}),
});

/** SES answered "no" in so many words, so nothing was sent. Silence, a broken connection or a 5xx leaves that open. */
function translated(cause: unknown, sendId: string): unknown {
  if (!(cause instanceof SESServiceException)) return cause;
  const { name: reason, $metadata } = cause;
  const status = $metadata.httpStatusCode ?? 0;
  if (reason.startsWith('Throttling') || status === 429) return new AppError('mail.throttled', { sendId, reason });
  if (status >= 400 && status < 500) return new AppError('mail.refused', { sendId, reason }, { cause });
  return cause;
}
