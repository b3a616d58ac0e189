import type { ClientType, Product } from '../clients/client.ts';
import { stated } from '../figures/stated.ts';
import type { TrackRecord } from '../figures/track-record.ts';
import type { GroundedFact } from '../grounding/grounded-fact.ts';
import { productNames } from '../health/wording.ts';
import type { IsoMonth } from '../values/iso-date.ts';
import { type PeerFigures, peerFiguresOf } from './peer-figures.ts';
import { positionAmong } from './position.ts';

/**
 * How a client stands among others that share, told only as a position (`position.ts`): clients of its own type where the
 * rule allows, else all conferences with the product, else nothing. Who does not share is not compared either.
 */
export function peerFacts(record: TrackRecord, month: IsoMonth, everyone: readonly PeerFigures[]): GroundedFact[] {
  const own = peerFiguresOf(record, month);
  if (!own.shares) return [];
  for (const group of groupsOf(own)) {
    const others = everyone.filter((other) => isComparable(own, other) && group.holds(other));
    const facts = standing(own, others, group.name);
    if (facts.length > 0) return facts;
  }
  return [];
}

interface Group {
  readonly name: string;
  readonly holds: (other: PeerFigures) => boolean;
}

function groupsOf({ type, products }: PeerFigures): Group[] {
  return products.flatMap((product: Product) => {
    const uses = (other: PeerFigures) => other.products.includes(product);
    const on = `on ${productNames[product]}`;
    return [
      { name: `other ${plurals[type]} ${on}`, holds: (other: PeerFigures) => uses(other) && other.type === type },
      ...(isConference(type)
        ? [{ name: `other conferences ${on}`, holds: (other: PeerFigures) => uses(other) && isConference(other.type) }]
        : []),
    ];
  });
}

const isComparable = (own: PeerFigures, other: PeerFigures) =>
  other.shares && other.clientId !== own.clientId && other.provenance === own.provenance;

const isConference = (type: ClientType) => type === 'power-conference' || type === 'mid-major-conference';

/** The positions allowed in a group. A second one only among the very same others, since they are counted once. */
function standing(own: PeerFigures, others: readonly PeerFigures[], name: string): GroundedFact[] {
  const positions = figures.flatMap(({ id, figure, says }) => {
    const [mine, known] = [own[figure], others.filter((other) => other[figure] !== undefined)];
    const theirs = known.flatMap((other) => other[figure] ?? []);
    const position = mine === undefined ? undefined : positionAmong(mine, theirs);
    return position ? [{ known, fact: stated(id, says, [], { kind: 'phrase', text: position }) }] : [];
  });
  const [first] = positions;
  if (!first) return [];
  const { known } = first;
  return [
    stated('peers.group', 'Whom the client is compared with', [], { kind: 'phrase', text: name }),
    stated('peers.count', 'How many others are compared', [], { kind: 'count', value: known.length }),
    ...positions
      .filter(
        (position) => position.known.length === known.length && position.known.every((other) => known.includes(other)),
      )
      .map(({ fact }) => fact),
  ];
}

const figures = [
  { id: 'peers.savings.position', figure: 'savings', says: 'Travel savings for each member school among the others' },
  { id: 'peers.adoption.position', figure: 'adoption', says: 'Adoption of the features among the others' },
] as const;

const plurals: Readonly<Record<ClientType, string>> = {
  'power-conference': 'Power 5 conferences',
  'mid-major-conference': 'mid-major conferences',
  'governing-body': 'governing bodies',
  'professional-league': 'professional leagues',
  'international-body': 'international bodies',
};
