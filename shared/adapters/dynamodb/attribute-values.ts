import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Item } from '#shared/ports/table.ts';

/** What DynamoDB stores for an item. Members that are undefined are left out; numbers go as their shortest exact text. */
export const storedForm = (item: Item): Record<string, AttributeValue> =>
  marshall(item, { removeUndefinedValues: true, allowImpreciseNumbers: true });

/** The item in what DynamoDB answered; every number becomes the double it was written from. */
export const itemIn = (stored: Record<string, AttributeValue>): Item =>
  // The engines check every item they write (item-rules), and entities parse what they read.
  unmarshall(stored, { wrapNumbers: Number }) as Item;
