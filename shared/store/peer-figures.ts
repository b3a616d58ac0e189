/**
 * What each client brings into comparisons with its peers, a month an item, written when its mail is planned: so nobody
 * reads the facts of a hundred others to write one review.
 *   everyone's of a month    lists: PEERS#<month>, by client
 */
import * as z from 'zod';
import { Client, ClientType, Product } from '#shared/domain/clients/client.ts';
import type { PeerFigures } from '#shared/domain/peers/peer-figures.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import type { IsoMonth } from '#shared/domain/values/iso-date.ts';
import { type Change, queryAll, type TableReader } from '#shared/ports/table.ts';

const Stored = z.object({
  clientId: ClientId,
  type: ClientType,
  products: z.array(Product),
  shares: z.boolean(),
  provenance: Client.shape.provenance,
  savings: z.number().optional(),
  adoption: z.number().optional(),
}) satisfies z.ZodType<PeerFigures>;

export const peerFigures = {
  /** Replaces what was known of that month; reports may come late. */
  put: (month: IsoMonth, figures: PeerFigures): Change => ({
    put: {
      pk: `CLIENT#${figures.clientId}`,
      sk: `PEERS#${month}`,
      entity: 'peer-figures',
      list: `PEERS#${month}`,
      listOrder: figures.clientId,
      ...Stored.parse(figures),
    },
    require: 'any',
  }),

  async of(table: TableReader, month: IsoMonth): Promise<PeerFigures[]> {
    const found: PeerFigures[] = [];
    for await (const item of queryAll(table, { index: 'lists', partition: `PEERS#${month}` }))
      found.push(Stored.parse(item));
    return found;
  },
};
