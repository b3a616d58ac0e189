import { setTimeout as wait } from 'node:timers/promises';
import { type AttributeValue, BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

type Stored = Record<string, AttributeValue>;

const keysAtOnce = 100;
const mostAttempts = 10;
const firstWaitMs = 25;

/** What is stored under these keys, each given once, in any order, as of every commit that returned. */
export async function batchGet(client: DynamoDBClient, tableName: string, keys: readonly Stored[]): Promise<Stored[]> {
  const batches = Array.from({ length: Math.ceil(keys.length / keysAtOnce) }, (_, place) =>
    keys.slice(place * keysAtOnce, (place + 1) * keysAtOnce),
  );
  return (await Promise.all(batches.map((batch) => getBatch(client, tableName, batch)))).flat();
}

/** DynamoDB leaves keys out when an answer grows over 16 MB or requests come too fast; they are asked for again. */
async function getBatch(client: DynamoDBClient, tableName: string, keys: Stored[]): Promise<Stored[]> {
  const found: Stored[] = [];
  let waiting = keys;
  for (let attempt = 0; waiting.length > 0; attempt += 1) {
    if (attempt === mostAttempts) throw new Error(`DynamoDB left keys out of ${mostAttempts} batch reads in a row.`);
    if (attempt > 0) await wait(Math.random() * firstWaitMs * 2 ** attempt);
    const request = { [tableName]: { Keys: waiting, ConsistentRead: true } };
    const { Responses, UnprocessedKeys } = await client.send(new BatchGetItemCommand({ RequestItems: request }));
    found.push(...(Responses?.[tableName] ?? []));
    waiting = UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return found;
}
