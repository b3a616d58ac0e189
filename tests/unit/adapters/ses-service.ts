import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SESClient } from '@aws-sdk/client-ses';

/** One request as SES's query protocol has it: form fields such as `Action` and `Destinations.member.1`. */
export type Form = Readonly<Record<string, string>>;

interface Answer {
  readonly status: number;
  readonly body: string;
}

const xmlns = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';

export const accepted = (messageId: string): Answer => ({
  status: 200,
  body: `<SendRawEmailResponse ${xmlns}><SendRawEmailResult><MessageId>${messageId}</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></SendRawEmailResponse>`,
});

export const refusal = (status: number, code: string, message: string): Answer => ({
  status,
  body: `<ErrorResponse ${xmlns}><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`,
});

/** A server that speaks SES's protocol, and a client of the real SDK that talks to it. `undefined` hangs up. */
export async function sesService(answer: (form: Form) => Answer | undefined) {
  const requests: Form[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    requests.push(form);
    const answered = answer(form);
    if (!answered) return void request.socket.destroy();
    response.writeHead(answered.status, { 'content-type': 'text/xml' }).end(answered.body);
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    requests,
    endpoint,
    client: new SESClient({
      endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
      maxAttempts: 1,
    }),
    close: () => new Promise((closed) => server.close(closed)),
  };
}
