import type { Client } from '#shared/domain/clients/client.ts';
import { Mail } from '#shared/domain/mail/mail.ts';
import { Instant } from '#shared/domain/values/iso-date.ts';
import type { Change, Table } from '#shared/ports/table.ts';
import { deadLetters } from '#shared/store/dead-letter.ts';
import { deliveries } from '#shared/store/delivery.ts';
import { mails } from '#shared/store/mail.ts';

const noon = Instant.parse('2026-11-20T18:00:00.000Z');

/** Stores a mail about a client in one of its states. */
export async function storeMail(table: Table, { clientId, name }: Client, status: Mail['status']): Promise<void> {
  const written = {
    mailId: `alert-band-${clientId}-${status}`,
    kind: 'operator-alert',
    to: 'operator@heliix.example',
    subject: `[simulated] ${name}: recovery plan due 22 November 2026`,
    text: `${name} fell from good to at risk.\n\nFirst step: read the evidence.`,
    html: `<!doctype html><html lang="en"><title>Alert</title><body style="margin:0;padding:24px;font:16px sans-serif"><h1 style="font-size:20px">${name} fell from good to at risk.</h1><p>First step: read the evidence.</p></body></html>`,
    about: clientId,
    queuedAt: noon,
    status: 'pending',
  };
  await table.commit([mails.queue(Mail.options[0].parse(written))]);
  const stored = await mails.get(table, written.mailId);
  if (!stored || status === 'pending') return;
  const fate = { status, sentAt: noon, messageId: '0100-4f', since: noon, leaseUntil: noon };
  await table.commit([mails.move(stored, Mail.parse({ ...written, ...fate }))]);
}

export const deadLetter = ({ clientId }: Client): Change =>
  deadLetters.put({
    id: 'letter-1',
    functionName: 'raise-alert',
    failedAt: noon,
    attempts: 5,
    reason: 'AppError: Another writer changed the same item first.',
    event: { id: 'band:1', detailType: 'health.band-changed', detail: { clientId } },
  });

export const unreadable = (): Change =>
  deliveries.claim({
    source: 'usage',
    webhookId: 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W',
    bodyHash: 'a'.repeat(64),
    receivedAt: noon,
    outcome: 'quarantined',
    problems: ['date: use a real date as YYYY-MM-DD, for example 2026-11-20', 'metrics: report at least one metric'],
    body: '{"type":"usage.reported","clientId":"american","date":"2026-11-31","product":"flextime","metrics":{}}',
  });
