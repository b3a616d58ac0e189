/**
 * Texts as they were read.
 *   of a client, newest      pk = CLIENT#<id>  sk = READING#<day>#<readingId>, descending
 */
import { Reading } from '#shared/domain/feedback/reading.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import type { Change, Json, TableReader } from '#shared/ports/table.ts';

export const readings = {
  record: (reading: Reading): Change => ({
    put: {
      pk: `CLIENT#${reading.clientId}`,
      sk: `READING#${reading.on}#${reading.readingId}`,
      entity: 'reading',
      reading: reading as Json,
    },
    require: 'any',
  }),

  /** The newest first. */
  async of(table: TableReader, clientId: ClientId, limit: number): Promise<Reading[]> {
    const query = { partition: `CLIENT#${clientId}`, prefix: 'READING#', order: 'descending', limit } as const;
    return (await table.query(query)).items.map(({ reading }) => Reading.parse(reading));
  },
};
