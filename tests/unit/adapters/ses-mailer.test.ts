import { createServer } from 'node:http';
import { MessageRejected, SESServiceException, type SendEmailCommand } from '@aws-sdk/client-ses';
import { describe, expect, it } from 'vitest';
import { sesMailer } from '#shared/adapters/ses-mailer.ts';
import { isAppError } from '#shared/domain/errors.ts';

const mail = { sendId: 'alert--1', to: 'operator@heliix.example', subject: 'Süd', text: 'text', html: '<p>text</p>' };

const refusal = (name: string, httpStatusCode: number) =>
  new SESServiceException({ name, $fault: 'client', message: name, $metadata: { httpStatusCode } });

const sendAgainst = (error: unknown) =>
  sesMailer({ from: 'success@heliix.example', client: { send: () => Promise.reject(error) } })
    .send(mail)
    .catch((thrown: unknown) => thrown);

describe('mail by SES', () => {
  it('goes to one recipient, tagged with its send id', async () => {
    const sent: SendEmailCommand['input'][] = [];
    const send = async ({ input }: SendEmailCommand) => {
      sent.push(input);
      return { MessageId: 'm-1' };
    };
    const mailer = sesMailer({ from: 'success@heliix.example', client: { send: send as never } });
    expect(await mailer.send(mail)).toEqual({ messageId: 'm-1' });
    expect(sent).toMatchObject([
      {
        Source: 'success@heliix.example',
        Destination: { ToAddresses: ['operator@heliix.example'] },
        Message: { Subject: { Data: 'Süd' }, Body: { Text: { Data: 'text' }, Html: { Data: '<p>text</p>' } } },
        Tags: [{ Name: 'send-id', Value: 'alert--1' }],
      },
    ]);
  });

  it.each([
    ['mail.refused', refusal('MessageRejected', 400)],
    [
      'mail.refused',
      new MessageRejected({ message: 'Email address is not verified.', $metadata: { httpStatusCode: 400 } }),
    ],
    ['mail.refused', refusal('AccessDenied', 403)],
    ['mail.throttled', refusal('Throttling', 400)],
    ['mail.throttled', refusal('TooManyRequests', 429)],
  ] as const)('is certain that nothing was sent: %s', async (code, error) => {
    expect(isAppError(await sendAgainst(error), code)).toBe(true);
  });

  it.each([
    ['an answer that never came', new Error('socket hang up')],
    ['a failure inside SES', refusal('InternalFailure', 500)],
    ['an answer without a status', new SESServiceException({ name: 'X', $fault: 'server', $metadata: {} })],
  ])('leaves open whether it was sent after %s', async (_, error) => {
    expect(await sendAgainst(error)).toBe(error);
  });

  it('is tried once by the SDK, which would otherwise send twice when an answer is lost', async () => {
    let attempts = 0;
    const server = createServer((_, response) => {
      attempts++;
      response.writeHead(503).end();
    }).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_SES: `http://127.0.0.1:${port}`,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'x',
      AWS_SECRET_ACCESS_KEY: 'x',
    });
    try {
      await expect(sesMailer({ from: 'success@heliix.example' }).send(mail)).rejects.toThrow();
      expect(attempts).toBe(1);
    } finally {
      delete process.env.AWS_ENDPOINT_URL_SES;
      server.close();
    }
  });
});
