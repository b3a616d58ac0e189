import type { Client, ClientType, Product } from '../clients/client.ts';
import { adoptionIn } from '../figures/adoption.ts';
import { savingsIn } from '../figures/savings.ts';
import type { TrackRecord } from '../figures/track-record.ts';
import type { ClientId } from '../values/ids.ts';
import type { IsoMonth } from '../values/iso-date.ts';

/** What one client brings into comparisons for a month. */
export interface PeerFigures {
  readonly clientId: ClientId;
  readonly type: ClientType;
  readonly products: readonly Product[];
  /** Whether it agreed that its figures are compared. */
  readonly shares: boolean;
  /** Simulated clients are never compared with recorded ones. */
  readonly provenance: Client['provenance'];
  /** Travel savings of the month in cents for each member school. */
  readonly savings?: number | undefined;
  /** Mean share of seats using each licensed feature, 0 to 1. */
  readonly adoption?: number | undefined;
}

/** A client's figures for comparison, nothing of one that does not share. */
export function peerFiguresOf(record: TrackRecord, month: IsoMonth): PeerFigures {
  const { clientId, type, services, provenance, memberSchools, sharesWithPeers, status } = record.client;
  const products = services.filter((service) => service !== 'custom');
  const shares = sharesWithPeers === true && status === 'active';
  const common = { clientId, type, products, provenance, shares };
  if (!shares) return common;
  const savings = savingsIn(record, month);
  return {
    ...common,
    savings: savings && savings.sum / memberSchools,
    adoption: adoptionIn(record, month)?.share,
  };
}
