import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { Announcement } from '#shared/ports/bus.ts';
import type { NewItem } from '#shared/ports/table.ts';
import { announcementOf } from '#shared/store/announcement.ts';

/** The event that an inserted item announces, from a record of DynamoDB's change stream with the new image. */
export function announcementInRecord(record: unknown): Announcement {
  const { dynamodb } = InsertRecord.parse(record);
  // What DynamoDB wrote is an item; `announcementOf` parses the part we want.
  return announcementOf(unmarshall(dynamodb.NewImage) as NewItem);
}

const Attribute = z.custom<AttributeValue>((value) => typeof value === 'object' && value !== null);
const InsertRecord = z.object({ dynamodb: z.object({ NewImage: z.record(z.string(), Attribute) }) });
