import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defineEvent, eventOf } from '#events/define-event.ts';
import { toEnvelope } from '#events/envelope.ts';
import {
  defineEventFunction,
  defineHttpFunction,
  defineScheduledFunction,
  defineStreamFunction,
} from '#functions/define-function.ts';
import { announcementInRecord } from '#shared/adapters/dynamodb-stream.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { lambdaForEvents } from '#shared/runtime/lambda-for-events.ts';
import { lambdaForHttp } from '#shared/runtime/lambda-for-http.ts';
import { lambdaForSchedule } from '#shared/runtime/lambda-for-schedule.ts';
import { lambdaForStream } from '#shared/runtime/lambda-for-stream.ts';

const Knocked = defineEvent({
  detailType: 'door.knocked',
  source: 'doors',
  meaning: 'Somebody knocked.',
  detail: z.object({ door: z.string() }),
});
const knock = (id: string, door: string) => eventOf(Knocked, id, instantOf(new Date()), { door });
const common = { purpose: 'For the test.', needs: [] };

function around() {
  const lines: { message: string; about: unknown }[] = [];
  const line = (message: string, about?: unknown) => void lines.push({ message, about });
  return { lines, deps: { clock: systemClock, log: { info: line, warn: line, error: line } } };
}
const context = { awsRequestId: 'request-1' } as Context;

describe('the Lambda of an event function', () => {
  const message = (messageId: string, id: string, door: string) => {
    const { DetailType, Source, Detail } = toEnvelope(knock(id, door));
    const body = { id: 'given', 'detail-type': DetailType, source: Source, detail: JSON.parse(Detail) };
    return { messageId, body: JSON.stringify(body) };
  };
  const answerDoor = defineEventFunction({
    ...common,
    name: 'answer-door',
    on: [Knocked],
    run: async (_, { detail }) => {
      if (detail.door === 'stuck') throw new Error('it is stuck');
    },
  });

  it('fails only the messages that were not handled or cannot be read', async () => {
    const { deps, lines } = around();
    const Records = [message('m1', 'e1', 'front'), message('m2', 'e2', 'stuck'), { messageId: 'm3', body: 'not JSON' }];
    expect(await lambdaForEvents(answerDoor, deps)({ Records }, context)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm2' }, { itemIdentifier: 'm3' }],
    });
    expect(lines.map(({ message }) => message)).toEqual(['event not handled', 'message not readable', 'handled']);
    expect(lines[0]?.about).toMatchObject({ eventId: 'e2', requestId: 'request-1' });
  });

  it('fails whole, and says so, when what it is given is no batch', async () => {
    const { deps, lines } = around();
    await expect(lambdaForEvents(answerDoor, deps)({ hello: 'world' }, context)).rejects.toThrow('Records');
    expect(lines.map(({ message }) => message)).toEqual(['failed']);
  });
});

describe('the Lambda of a scheduled function', () => {
  it('fails when the function fails, so that it is retried', async () => {
    const { deps, lines } = around();
    const run = () => Promise.reject(new Error('no light'));
    const wake = defineScheduledFunction({ ...common, name: 'wake', every: { at: '02:00', zone: 'UTC' }, run });
    await expect(lambdaForSchedule(wake, deps)({}, context)).rejects.toThrow('no light');
    expect(lines).toMatchObject([{ message: 'failed', about: { requestId: 'request-1' } }]);
  });
});

describe('the Lambda on the table’s stream', () => {
  it('hands over the events that the inserted items announce', async () => {
    const seen: unknown[] = [];
    const listen = defineStreamFunction({
      ...common,
      name: 'listen',
      stream: 'announcements',
      run: async (_, announcements) => void seen.push(...announcements),
    });
    const event = knock('e1', 'front');
    const text = (value: string) => ({ S: value });
    const NewImage = {
      pk: text('EVENT#e1'),
      version: { N: '1' },
      announce: { BOOL: true },
      event: {
        M: {
          id: text(event.id),
          detailType: text(event.detailType),
          source: text(event.source),
          time: text(event.time),
          detail: { M: { door: text('front') } },
        },
      },
    };
    const { deps } = around();
    await lambdaForStream(listen, announcementInRecord, deps)({ Records: [{ dynamodb: { NewImage } }] }, context);
    expect(seen).toEqual([event]);
  });
});

describe('the Lambda of an HTTP function', () => {
  const echo = defineHttpFunction({
    ...common,
    name: 'echo',
    routes: [{ route: 'POST /echo/{to}', access: 'signed' }],
    run: async (_, request, { to = '' }) => {
      const bytes = Buffer.from(await request.arrayBuffer());
      if (bytes.toString() === 'break') throw new Error('broken');
      return Response.json({ to, hex: bytes.toString('hex'), signature: request.headers.get('webhook-signature') });
    },
  });
  const request = (body: string, isBase64Encoded: boolean) => ({
    version: '2.0',
    rawPath: '/echo/sec',
    rawQueryString: '',
    headers: { host: 'api.example', 'webhook-signature': 'v1,abc' },
    requestContext: { domainName: 'api.example', http: { method: 'POST' } },
    body,
    isBase64Encoded,
  });

  it.each([
    ['as text', 'zwölf', false, '7a77c3b66c66'],
    ['in base64', Buffer.from([0, 255, 128]).toString('base64'), true, '00ff80'],
  ])('sees the exact bytes of a body that came %s', async (_, body, encoded, hex) => {
    const answer = await lambdaForHttp(echo, around().deps)(request(body, encoded), context);
    expect(answer).toMatchObject({ statusCode: 200 });
    expect(z.object({ body: z.string().transform((text) => JSON.parse(text)) }).parse(answer).body).toEqual({
      to: 'sec',
      hex,
      signature: 'v1,abc',
    });
  });

  it('answers 500 without details when the function fails, and logs why with the request’s id', async () => {
    const { deps, lines } = around();
    const answer = await lambdaForHttp(echo, deps)(request('break', false), context);
    expect(answer).toMatchObject({ statusCode: 500, body: '{"error":"internal"}' });
    expect(lines[0]).toMatchObject({ message: 'request failed', about: { requestId: 'request-1' } });
  });
});
