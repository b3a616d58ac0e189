import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Clock } from '#shared/ports/clock.ts';
import type { Item, Key, Table } from '#shared/ports/table.ts';
import { keyOf, seconds } from '../item-rules/item.ts';
import { checkKeysRead } from '../item-rules/query.ts';
import { itemIn } from './attribute-values.ts';
import { batchGet } from './batch-get.ts';
import { committer } from './commit.ts';
import { querier } from './query.ts';

interface DynamoTableWiring {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly clock: Clock;
}

/** The `Table` port over a DynamoDB table made from `tableDescription`. */
export function dynamoTable({ client, tableName, clock }: DynamoTableWiring): Table {
  const now = () => seconds(clock.now());
  const isLive = ({ expiresAt }: Item) => expiresAt === undefined || expiresAt > now();

  return {
    async get(key) {
      checkKeysRead([key]);
      const command = new GetItemCommand({ TableName: tableName, Key: marshall(keyOf(key)), ConsistentRead: true });
      const { Item } = await client.send(command);
      return Item && [itemIn(Item)].find(isLive);
    },

    async getAll(keys) {
      checkKeysRead(keys);
      const distinct = new Map(keys.map((key) => [nameOf(key), marshall(keyOf(key))]));
      const items = (await batchGet(client, tableName, [...distinct.values()])).map(itemIn).filter(isLive);
      const byKey = new Map(items.map((item) => [nameOf(item), item]));
      return keys.map((key) => byKey.get(nameOf(key))).filter((item) => item !== undefined);
    },

    query: querier(client, tableName, isLive),
    commit: committer(client, tableName, now),
  };
}

const nameOf = ({ pk, sk }: Key) => JSON.stringify([pk, sk]);
