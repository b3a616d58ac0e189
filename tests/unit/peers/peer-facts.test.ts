import { describe, expect, it } from 'vitest';
import type { Client } from '#shared/domain/clients/client.ts';
import { peerFacts } from '#shared/domain/peers/peer-facts.ts';
import { type PeerFigures, peerFiguresOf } from '#shared/domain/peers/peer-figures.ts';
import { client } from '#tests/fixtures/world.ts';
import { bareValue, bigTwelve, fact, month, recordOf } from '../figures/recorded.ts';

const october = month('2026-10');

/** A sharing client that saved so many dollars for each of its schools in October and whose people use half of its features. */
const record = (of: Client, perSchool: number, adoption = 0.5) => {
  const metrics = {
    travelSavingsCents: 100 * perSchool * of.memberSchools,
    featureAdoption: { scheduling: adoption, travel: adoption },
  };
  const report = fact('usage.reported', '2026-10-05', { clientId: of.clientId, product: 'flextime', metrics });
  return recordOf({ facts: [report], of, under: 'none' });
};
const peer = (id: string, perSchool: number, change: Partial<Client> = {}) =>
  peerFiguresOf(record(client(id, { sharesWithPeers: true, ...change }), perSchool), october);

const told = (own: Client, perSchool: number, others: readonly PeerFigures[]) =>
  Object.fromEntries(peerFacts(record(own, perSchool), october, others).map((it) => [it.id, bareValue(it)]));

const sharing = { ...bigTwelve, sharesWithPeers: true };
const three = [peer('american', 1_000), peer('mountain-west', 1_100), peer('conference-usa', 1_200)];

describe('a comparison with peers', () => {
  it('tells where a conference stands among at least three others, in words alone', () => {
    expect(told(sharing, 3_000, three)).toEqual({
      'peers.group': 'other conferences on Flextime',
      'peers.count': 3,
      'peers.savings.position': 'above the middle of the group',
      'peers.adoption.position': 'near the middle of the group',
    });
    expect(told(sharing, 400, three)).toMatchObject({ 'peers.savings.position': 'below the middle of the group' });
  });

  it('prefers clients of its own kind when there are enough of them', () => {
    const own = client('sec', { type: 'mid-major-conference', sharesWithPeers: true });
    const power = peer('big-12', 90_000);
    expect(told(own, 3_000, [...three, power])).toMatchObject({
      'peers.group': 'other mid-major conferences on Flextime',
      'peers.count': 3,
      'peers.savings.position': 'above the middle of the group',
    });
  });

  it('is per school, so that a large conference is not above for being large', () => {
    const large = client('sec', { memberSchools: 20, sharesWithPeers: true });
    expect(told(large, 1_100, three)).toMatchObject({ 'peers.savings.position': 'near the middle of the group' });
  });

  it.each([
    [
      'only two others share',
      [
        peer('american', 1_000),
        peer('mountain-west', 1_100),
        peer('conference-usa', 1_200, { sharesWithPeers: false }),
      ],
    ],
    [
      'one of the others holds more than half of the total',
      [peer('american', 100), peer('mountain-west', 110), peer('conference-usa', 1_200)],
    ],
    [
      'one of the three is the client itself',
      [peer('american', 1_000), peer('mountain-west', 1_100), peer('big-12', 1_200)],
    ],
    [
      'one of them is no client any more',
      [peer('american', 1_000), peer('mountain-west', 1_100), peer('conference-usa', 1_200, { status: 'churned' })],
    ],
    [
      'one of them is simulated and the client is not',
      [
        peer('american', 1_000),
        peer('mountain-west', 1_100),
        peer('conference-usa', 1_200, { provenance: 'recorded' }),
      ],
    ],
    [
      'one of them uses another product',
      [peer('american', 1_000), peer('mountain-west', 1_100), peer('conference-usa', 1_200, { services: ['heliix'] })],
    ],
  ])('of savings is not told when %s', (_, others) => {
    expect(told(sharing, 3_000, others)).not.toHaveProperty(['peers.savings.position']);
  });

  it('is not told to a client that does not share', () => {
    expect(told(bigTwelve, 3_000, three)).toEqual({});
  });

  it('does not take anything along from a client that does not share', () => {
    expect(peer('american', 1_000, { sharesWithPeers: false })).not.toHaveProperty('savings');
  });

  it('counts the same others for both positions, or tells one', () => {
    const more = peerFiguresOf(
      recordOf({ facts: [], of: client('sec', { sharesWithPeers: true }), under: 'none' }),
      october,
    );
    const known = told(sharing, 3_000, [...three, { ...more, adoption: 0.9 }]);
    expect(known).toMatchObject({ 'peers.count': 3, 'peers.savings.position': 'above the middle of the group' });
    expect(known).not.toHaveProperty(['peers.adoption.position']);
  });

  it('cites nobody', () => {
    expect(peerFacts(record(sharing, 3_000), october, three).flatMap(({ sources }) => sources)).toEqual([]);
  });
});
