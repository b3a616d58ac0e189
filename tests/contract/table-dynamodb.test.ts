import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTableInput } from '#shared/adapters/dynamodb/create-table-input.ts';
import { dynamoTable } from '#shared/adapters/dynamodb/dynamo-table.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { startDynamoLocal, whyNotHere } from './dynamodb-local/start.ts';
import { insert, ownPartition, standingClock } from './table/engine.ts';
import { tableContract } from './table-contract.ts';

const absent = whyNotHere();
// In CI an engine that is missing is a failure, not an excuse.
const run = absent === undefined || process.env.CI !== undefined;

if (!run) console.warn(`DynamoDB is not tested here: ${absent}`);

describe.runIf(run)('DynamoDB Local', { timeout: 60_000 }, () => {
  let client: DynamoDBClient;
  let stop = () => {};
  const tableName = 'contract';

  beforeAll(async () => {
    expect(absent).toBeUndefined();
    const local = await startDynamoLocal();
    stop = local.stop;
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    client = new DynamoDBClient({ endpoint: local.endpoint, region: 'us-east-1', credentials });
    await client.send(new CreateTableCommand(createTableInput(tableName)));
  }, 60_000);
  afterAll(() => stop());

  const open = (clock: Clock) => dynamoTable({ client, tableName, clock });
  tableContract({ open: async (clock) => open(clock), rounds: 10 });

  it('asks again for what a batch read leaves out over 16 MB', async () => {
    const table = open(standingClock());
    const keys = Array.from({ length: 45 }, (_, n) => ({ pk: ownPartition(), sk: `${n}` }));
    const items = keys.map((at) => ({ ...at, body: 'x'.repeat(390 * 1024) }));
    for (let n = 0; n < items.length; n += 9) await table.commit(items.slice(n, n + 9).map(insert));
    expect((await table.getAll(keys)).map(({ sk }) => sk)).toEqual(keys.map(({ sk }) => sk));
  });
});
