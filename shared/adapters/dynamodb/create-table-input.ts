import type { CreateTableCommandInput, KeySchemaElement } from '@aws-sdk/client-dynamodb';
import { tableDescription } from '#shared/store/table.ts';

interface KeyPair {
  readonly partitionKey: string;
  readonly sortKey: string;
}

/** The request that makes the described table where CDK does not: in DynamoDB Local, for tests. */
export function createTableInput(TableName: string): CreateTableCommandInput {
  const indexes = Object.entries(tableDescription.indexes);
  const pairs: KeyPair[] = [tableDescription, ...indexes.map(([, keys]) => keys)];
  const keyNames = new Set(pairs.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]));
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...keyNames].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keySchema(tableDescription),
    GlobalSecondaryIndexes: indexes.map(([IndexName, keys]) => ({
      IndexName,
      KeySchema: keySchema(keys),
      Projection: { ProjectionType: 'ALL' },
    })),
  };
}

const keySchema = ({ partitionKey, sortKey }: KeyPair): KeySchemaElement[] => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  { AttributeName: sortKey, KeyType: 'RANGE' },
];
