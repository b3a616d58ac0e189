import { type DynamoDBClient, ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Instant } from '#shared/domain/values/iso-date.ts';
import type { Announcement } from '#shared/ports/bus.ts';
import type { NewItem } from '#shared/ports/table.ts';
import { announcementOf } from '#shared/store/announcement.ts';

/**
 * Every event between two moments that an item of the table announces. Reads the whole table, which no function may: for
 * the operator alone, and seldom.
 */
export async function announcementsBetween(
  database: Pick<DynamoDBClient, 'send'>,
  tableName: string,
  from: Instant,
  to: Instant,
): Promise<Announcement[]> {
  const found: Announcement[] = [];
  let start: ScanCommandOutput['LastEvaluatedKey'];
  do {
    const page: ScanCommandOutput = await database.send(
      new ScanCommand({
        TableName: tableName,
        FilterExpression: '#announce = :yes AND #event.#time BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#announce': 'announce', '#event': 'event', '#time': 'time' },
        ExpressionAttributeValues: { ':yes': { BOOL: true }, ':from': { S: from }, ':to': { S: to } },
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    for (const item of page.Items ?? []) found.push(announcementOf(unmarshall(item) as NewItem));
    start = page.LastEvaluatedKey;
  } while (start);
  return found;
}
