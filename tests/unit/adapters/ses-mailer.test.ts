import PostalMime from 'postal-mime';
import { afterEach, describe, expect, it } from 'vitest';
import { sesMailer } from '#shared/adapters/ses-mailer.ts';
import { AppError } from '#shared/domain/errors.ts';
import { accepted, refusal, sesService } from './ses-service.ts';

const mail = { sendId: 'alert--1', to: 'operator@heliix.example', subject: 'Süd', text: 'text', html: '<p>text</p>' };
const options = { from: 'success@heliix.example', configurationSet: 'reports' };

let service: Awaited<ReturnType<typeof sesService>>;
afterEach(() => service.close());

const sendTo = async (...answer: Parameters<typeof sesService>) => {
  service = await sesService(...answer);
  return sesMailer({ ...options, client: service.client }).send(mail);
};
const failure = (...answer: Parameters<typeof sesService>) => sendTo(...answer).catch((thrown: unknown) => thrown);
const codeOf = (error: unknown) => (error instanceof AppError ? error.code : 'not certain');

describe('mail by SES', () => {
  it('goes raw to one recipient, tagged with its send id, reported by the configuration set', async () => {
    expect(await sendTo(() => accepted('m-1'))).toEqual({ messageId: 'm-1' });
    const [{ 'RawMessage.Data': data = '', ...request } = {}, ...others] = service.requests;
    expect(others).toEqual([]);
    expect(request).toEqual({
      Action: 'SendRawEmail',
      Version: '2010-12-01',
      Source: 'success@heliix.example',
      'Destinations.member.1': 'operator@heliix.example',
      'Tags.member.1.Name': 'send-id',
      'Tags.member.1.Value': 'alert--1',
      ConfigurationSetName: 'reports',
    });
    const read = await PostalMime.parse(Buffer.from(data, 'base64').toString());
    expect(read).toMatchObject({
      subject: 'Süd',
      from: { address: 'success@heliix.example', name: 'HELiiX AI Solutions' },
      to: [{ address: 'operator@heliix.example' }],
      text: expect.stringContaining('text'),
      html: expect.stringContaining('<p>text</p>'),
    });
  });

  it.each([
    ['mail.refused', 400, 'MessageRejected', 'Email address is not verified.'],
    ['mail.refused', 400, 'InvalidParameterValue', 'Local address contains control or whitespace'],
    ['mail.refused', 403, 'AccessDenied', 'not authorized to perform ses:SendRawEmail'],
    ['mail.throttled', 400, 'Throttling', 'Maximum sending rate exceeded.'],
    ['mail.throttled', 400, 'ThrottlingException', 'Rate exceeded'],
    ['mail.throttled', 429, 'TooManyRequestsException', 'Too many requests'],
    ['mail.quota-exceeded', 400, 'Throttling', 'Daily message quota exceeded.'],
    ['mail.quota-exceeded', 400, 'LimitExceededException', 'Daily message quota exceeded'],
    ['not certain', 408, 'RequestTimeout', 'Your socket connection was not read from in time.'],
    ['not certain', 500, 'InternalFailure', 'Try later'],
    ['not certain', 503, 'ServiceUnavailable', 'Try later'],
  ])('answers %s to %i %s: %s', async (code, status, reason, message) => {
    expect(codeOf(await failure(() => refusal(status, reason, message)))).toBe(code);
  });

  it('leaves open whether it was sent after a connection that broke, and does not ask again', async () => {
    const error = await failure(() => undefined);
    expect(error).toBeInstanceOf(Error);
    expect(codeOf(error)).toBe('not certain');
    expect(service.requests).toHaveLength(1);
  });

  it('is certain that nothing was sent when there never was a connection', async () => {
    service = await sesService(() => accepted('m-1'));
    const { client } = service;
    await service.close();
    const error = await sesMailer({ ...options, client })
      .send(mail)
      .catch((thrown: unknown) => thrown);
    expect(codeOf(error)).toBe('mail.unreachable');
  });

  it('asks nothing of SES when a header would say something else than it was given', async () => {
    service = await sesService(() => accepted('m-1'));
    const evil = { ...mail, to: 'a@b.example\r\nBcc: c@d.example' };
    await expect(sesMailer({ ...options, client: service.client }).send(evil)).rejects.toMatchObject({
      code: 'mail.refused',
    });
    expect(service.requests).toEqual([]);
  });

  it('is tried once by the SDK as we set it up, which would otherwise send twice when an answer is lost', async () => {
    service = await sesService(() => refusal(503, 'ServiceUnavailable', 'Try later'));
    const environment = {
      AWS_ENDPOINT_URL_SES: service.endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'x',
      AWS_SECRET_ACCESS_KEY: 'x',
    };
    Object.assign(process.env, environment);
    try {
      await expect(sesMailer(options).send(mail)).rejects.toThrow();
      expect(service.requests).toHaveLength(1);
    } finally {
      for (const name of Object.keys(environment)) delete process.env[name];
    }
  });
});
