import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetQueueAttributesCommand, SendMessageCommand, SetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { expect, inject, it } from 'vitest';
import * as z from 'zod';
import { eventOf } from '#events/define-event.ts';
import { ScoringDue } from '#events/scoring-due.ts';
import { dynamoInventory } from '#shared/adapters/dynamodb/dynamo-inventory.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { Client, Contact } from '#shared/domain/clients/client.ts';
import { Memory } from '#shared/domain/memory/memory.ts';
import { ClientId, ContactId } from '#shared/domain/values/ids.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { announce } from '#shared/store/announcement.ts';
import { clients, contacts } from '#shared/store/client.ts';
import { health } from '#shared/store/health.ts';
import { memories } from '#shared/store/memory.ts';
import { csm, csmOn, database, eventually, openTable, queues, stage, table } from './emulated.ts';

const { endpoint } = inject('aws');

const client = (clientId: string) =>
  Client.parse({
    clientId,
    name: clientId.toUpperCase(),
    type: 'mid-major-conference',
    status: 'active',
    memberSchools: 12,
    staffSeats: 20,
    services: ['flextime'],
    timeZone: 'America/Denver',
    fiscalYearEnd: '06-30',
    provenance: 'simulated',
  });

it('lets a poisoned message end in the dead letters, and csm redrive bring it home', async () => {
  const { queue, deadLetters } = stage.homes.get('score-client') ?? { deadLetters: '' };
  if (queue === undefined) throw new Error('score-client has no queue');
  // Five attempts three minutes apart would take a quarter of an hour.
  await queues.send(new SetQueueAttributesCommand({ QueueUrl: queue, Attributes: { VisibilityTimeout: '1' } }));

  const clientId = ClientId.parse('american');
  const now = instantOf(new Date());
  await table.commit([announce(eventOf(ScoringDue, `poison:${now}`, now, { clientId }))]);
  expect(await eventually(async () => ((await waiting(deadLetters)) === 1 ? true : undefined), 60)).toBe(true);

  // The cause of the failure goes: the client that was asked for is there now.
  await table.commit([clients.put(client(clientId))]);
  expect(await csm('redrive', 'score-client')).toEqual([{ functionName: 'score-client', letters: 1 }]);
  expect(await eventually(() => health.standing(table, clientId))).toBeDefined();
  expect(await waiting(deadLetters)).toBe(0);
  expect(await csm('redrive')).toEqual([]);
});

it('announces again, from the table, what the stream gave up on', async () => {
  const { deadLetters } = stage.homes.get('publish-outbox') ?? { deadLetters: '' };
  const lost = client('sun-belt');
  const now = instantOf(new Date());
  const asked = announce(eventOf(ScoringDue, `lost:${now}`, now, { clientId: lost.clientId }));
  if (!('put' in asked)) throw new Error('an announcement is put');
  // Only insertions are streamed: made quietly and changed afterwards, it is in the table and nobody heard of it.
  await table.commit([clients.put(lost), { put: { ...asked.put, announce: false }, require: 'any' }]);
  await table.commit([{ put: asked.put, require: 'any' }]);
  const arrival = { approximateArrivalOfFirstRecord: now, approximateArrivalOfLastRecord: now };
  const MessageBody = JSON.stringify({ DDBStreamBatchInfo: { ...arrival, shardId: 'shard-1', batchSize: 1 } });
  await queues.send(new SendMessageCommand({ QueueUrl: deadLetters, MessageBody }));
  expect(await health.standing(table, lost.clientId)).toBeUndefined();

  expect(await csm('redrive', 'publish-outbox')).toEqual([{ functionName: 'publish-outbox', letters: 1 }]);
  expect(await eventually(() => health.standing(table, lost.clientId))).toBeDefined();
});

it('wakes a function by its schedule, which scores a client nobody asked to score', async () => {
  const conferenceUsa = client('conference-usa');
  await table.commit([clients.put(conferenceUsa)]);
  // The deployed schedule, with its own target and role; only the time is brought forward.
  const { name, ...schedule } = await scheduleOf('scoreportfolio');
  const soon = { ...schedule, ScheduleExpression: 'rate(1 minute)' };
  await askScheduler(`/${name}`, { method: 'PUT', body: JSON.stringify(soon) });
  expect(await eventually(() => health.standing(table, conferenceUsa.clientId), 100)).toBeDefined();
});

it('shows, scores, exports, pauses and resumes by the operator’s command', async () => {
  const clientId = 'conference-usa';
  expect(await csm('show', clientId)).toMatchObject({ client: { clientId, name: 'CONFERENCE-USA' } });
  expect(await csm('score', clientId)).toEqual({ asked: [clientId] });
  expect(await csm('pause')).toMatchObject({ paused: { since: expect.any(String) } });
  expect(await csm('resume')).toEqual({});
});

it('stops agents, lists their runs and verifies the audit trail by the operator’s command', async () => {
  expect(await csm('agents', 'off', '--because', 'a trial')).toMatchObject({ state: 'off', because: 'a trial' });
  expect(await csm('agents', 'on')).toEqual({ state: 'on' });
  expect(await csm('runs')).toEqual(expect.any(Array));
  const directory = mkdtempSync(join(tmpdir(), 'csm-anchors-'));
  const trail = z.array(z.object({ scope: z.string(), entries: z.number(), breaks: z.array(z.unknown()) }));
  const verified = trail.parse(await csm('audit', 'verify', '--data', directory));
  expect(verified.flatMap(({ breaks }) => breaks)).toEqual([]);
  expect(verified.find(({ scope }) => scope === '*')?.entries).toBeGreaterThanOrEqual(4);
  expect(readdirSync(directory)).toEqual(['audit-anchors.dev.json']);
  rmSync(directory, { recursive: true });
});

it('erases a person from a stage, expired items included, and never twice', async () => {
  const { clientId } = client('conference-usa');
  const contactId = ContactId.parse('casey-sample');
  const email = 'casey.sample@conference-usa.example';
  const told = { clientId, kind: 'promise', source: 'operator', recordedAt: instantOf(new Date()) } as const;
  const memory = (memoryId: string, until: string) =>
    Memory.parse({ ...told, memoryId, says: 'Casey Sample was promised a course', until });
  await table.commit([
    clients.put({ ...client(clientId), name: 'Conference USA of today' }),
    contacts.put(
      Contact.parse({ clientId, contactId, role: 'operations', email, decisionMaker: false, powerUser: true }),
    ),
    memories.keep(memory('m-1', '2030-01-01')),
    // Its time is over, and DynamoDB has not come to delete it.
    memories.keep(memory('m-2', '2020-01-01')),
  ]);
  expect(await namesCasey()).toHaveLength(3);
  const erased = await csm('erase-contact', clientId, contactId);
  expect(erased).toMatchObject({ clientId, before: false, rewritten: 2 });
  expect(await namesCasey()).toEqual([]);
  expect(await csm('erase-contact', clientId, contactId)).toMatchObject({ before: true, deleted: 0, rewritten: 0 });
});

/** Whatever of the table names the person, opened. */
async function namesCasey(): Promise<string[]> {
  const found: string[] = [];
  const endless = openTable({ ...systemClock, now: () => new Date(0) });
  for await (const key of dynamoInventory(database, stage.table).keys()) {
    const item = JSON.stringify(await endless.get(key));
    if (/casey/i.test(item)) found.push(item);
  }
  return found;
}

it('says in a sentence that no such stage is deployed', async () => {
  await expect(csmOn('nowhere', 'show', 'big-12')).rejects.toThrow(/csm: No stage of this name is deployed.*nowhere/);
});

const Schedules = z.object({ Schedules: z.array(z.object({ Name: z.string() })) });
const Schedule = z.looseObject({ Target: z.looseObject({ Arn: z.string() }) });

async function scheduleOf(functionName: string) {
  for (const { Name: name } of Schedules.parse(await askScheduler('')).Schedules) {
    const schedule = Schedule.parse(await askScheduler(`/${name}`));
    if (schedule.Target.Arn.includes(functionName)) return { name, ...schedule };
  }
  throw new Error(`${functionName} has no schedule`);
}

/** By plain HTTP, since nothing else here needs the client; the emulator tells services apart by whom a request is signed for. */
async function askScheduler(path: string, init: RequestInit = {}): Promise<unknown> {
  const authorization =
    'AWS4-HMAC-SHA256 Credential=test/20261120/us-east-1/scheduler/aws4_request, SignedHeaders=host, Signature=0';
  const answer = await fetch(`${endpoint}/schedules${path}`, { ...init, headers: { authorization } });
  expect(answer.status, path).toBe(200);
  return answer.json();
}

async function waiting(queue: string): Promise<number> {
  const AttributeNames = ['ApproximateNumberOfMessages' as const];
  const { Attributes } = await queues.send(new GetQueueAttributesCommand({ QueueUrl: queue, AttributeNames }));
  return Number(Attributes?.ApproximateNumberOfMessages);
}
