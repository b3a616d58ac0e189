import { type DynamoDBClient, ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { Inventory } from '#shared/ports/inventory.ts';

const Key = z.object({ pk: z.string(), sk: z.string() });

/** Scans a table for its keys, a page of at most 1 MB at a time; needs `dynamodb:Scan`, which our functions are denied. */
export const dynamoInventory = (client: DynamoDBClient, tableName: string): Inventory => ({
  async *keys() {
    let after: ScanCommandOutput['LastEvaluatedKey'];
    do {
      const page: ScanCommandOutput = await client.send(
        new ScanCommand({
          TableName: tableName,
          ConsistentRead: true,
          ProjectionExpression: 'pk, sk',
          ExclusiveStartKey: after,
        }),
      );
      for (const item of page.Items ?? []) yield Key.parse(unmarshall(item));
      after = page.LastEvaluatedKey;
    } while (after);
  },
});
