import { type DynamoDBClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Item, Page, Query } from '#shared/ports/table.ts';
import { checkQuery, cursorAfter, keysOf, positionIn } from '../item-rules/query.ts';
import { itemIn } from './attribute-values.ts';

/** Answers queries page by page. Pages of nothing but expired items are passed over, so only the last may be empty. */
export function querier(
  client: DynamoDBClient,
  tableName: string,
  isLive: (item: Item) => boolean,
): (query: Query) => Promise<Page> {
  return async (query) => {
    checkQuery(query);
    const position = positionIn(query);
    if (isEmptyRange(query)) return { items: [] };
    const input = queryInput(query, tableName);
    let after = position && marshall(position);
    for (;;) {
      const answer = await client.send(new QueryCommand({ ...input, ExclusiveStartKey: after }));
      const items = (answer.Items ?? []).map(itemIn).filter(isLive);
      after = answer.LastEvaluatedKey;
      if (!after) return { items };
      if (items.length > 0) return { items, cursor: cursorAfter(unmarshall(after), query) };
    }
  };
}

function queryInput(query: Query, tableName: string): QueryCommandInput {
  const keys = keysOf(query);
  const [range, values] = rangeOf(query);
  return {
    TableName: tableName,
    IndexName: query.index,
    ConsistentRead: query.index === undefined,
    ScanIndexForward: query.order !== 'descending',
    Limit: query.limit,
    KeyConditionExpression: ['#partition = :partition', ...range].join(' AND '),
    ExpressionAttributeNames: {
      '#partition': keys.partitionKey,
      ...(range.length > 0 ? { '#sort': keys.sortKey } : {}),
    },
    ExpressionAttributeValues: marshall({ ':partition': query.partition, ...values }),
  };
}

/** DynamoDB takes one condition on the sort key, with the values it names. */
function rangeOf({ prefix, from, to }: Query): [condition: string[], values: Record<string, string>] {
  if (prefix !== undefined) return [['begins_with(#sort, :prefix)'], { ':prefix': prefix }];
  if (from !== undefined && to !== undefined) return [['#sort BETWEEN :from AND :to'], { ':from': from, ':to': to }];
  if (from !== undefined) return [['#sort >= :from'], { ':from': from }];
  if (to !== undefined) return [['#sort <= :to'], { ':to': to }];
  return [[], {}];
}

/** DynamoDB refuses a range that ends before it begins, where there is simply nothing. */
const isEmptyRange = ({ from, to }: Query) =>
  from !== undefined && to !== undefined && Buffer.compare(Buffer.from(from), Buffer.from(to)) > 0;
