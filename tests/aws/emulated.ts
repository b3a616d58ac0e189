import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { inject } from 'vitest';
import { dynamoTable } from '#shared/adapters/dynamodb/dynamo-table.ts';
import { dataKeys } from '#shared/adapters/personal-data/data-keys.ts';
import { kmsMasterKey } from '#shared/adapters/personal-data/kms-master-key.ts';
import { sealedTable } from '#shared/adapters/personal-data/sealed-table.ts';
import { readStageDescription } from '#shared/adapters/stage/stage-description.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Table } from '#shared/ports/table.ts';

const { endpoint } = inject('aws');
const emulated = { endpoint, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };

export const database = new DynamoDBClient(emulated);
export const parameters = new SSMClient(emulated);
export const queues = new SQSClient(emulated);

export const stage = await readStageDescription(parameters, 'dev');
const masterKey = kmsMasterKey({ keyId: stage.masterKey, client: new KMSClient(emulated) });
/** The table of the deployed stage, as it is at the time of a clock. */
export const openTable = (clock: Clock): Table => {
  const stored = dynamoTable({ client: database, tableName: stage.table, clock });
  return sealedTable(stored, dataKeys({ table: stored, masterKey, clock: systemClock }));
};
export const table = openTable(systemClock);

const run = promisify(execFile);

/** Runs the operator's command against the deployed stage, as an operator would, and gives what it answers as JSON. */
export const csm = (...args: string[]): Promise<unknown> => csmOn('dev', ...args);

/** The same on another stage. */
export async function csmOn(name: string, ...args: string[]): Promise<unknown> {
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
  const { stdout } = await run(process.execPath, ['local/csm.ts', ...args, '--stage', name, '--json'], { env });
  return JSON.parse(stdout);
}

/** What a look finally finds; undefined when it finds nothing in time. */
export async function eventually<T>(look: () => Promise<T | undefined>, seconds = 30): Promise<T | undefined> {
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await sleep(250)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  return undefined;
}
