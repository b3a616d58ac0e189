import * as z from 'zod';

const PerAccount = z.object({ messages: z.record(z.string(), z.json()) });
const inspect = async (endpoint: string, path: string) =>
  Object.values(PerAccount.parse(await (await fetch(`${endpoint}/_ministack/${path}`)).json()).messages);

const Mail = z.looseObject({ To: z.array(z.string()), Subject: z.string(), BodyText: z.string() });

/** What the emulated SES took for one address, the oldest first. */
export const mailTo = async (endpoint: string, address: string): Promise<z.infer<typeof Mail>[]> =>
  (await inspect(endpoint, 'ses/messages'))
    .flatMap((ofAccount) => z.array(Mail).parse(ofAccount))
    .filter(({ To }) => To.includes(address));

/** The names of the dead-letter queues, and what is in them. */
export async function deadLetters(endpoint: string): Promise<[string, unknown[]][]> {
  const Queues = z.record(z.string(), z.record(z.string(), z.array(z.unknown())));
  const queues = (await inspect(endpoint, 'sqs/messages')).flatMap((ofAccount) =>
    Object.values(Queues.parse(ofAccount)),
  );
  return queues.flatMap((ofRegion) => Object.entries(ofRegion)).filter(([url]) => url.includes('DeadLetters'));
}
