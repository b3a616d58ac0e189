import type { GroundedFact } from '../grounding/grounded-fact.ts';
import type { MessageKind } from '../mail/message-kind.ts';
import type { PeerFigures } from '../peers/peer-figures.ts';
import type { IsoMonth } from '../values/iso-date.ts';
import { figuresOf } from './figures-of.ts';
import type { TrackRecord } from './track-record.ts';

/**
 * The figures that go with a kind of message. A recommendation has its topic in the message's own facts, so the figures
 * that would suggest another one stay out; so has a welcome, since a person who joins later is not to hand out seats.
 */
export const figuresFor = (
  kind: MessageKind,
  record: TrackRecord,
  month: IsoMonth,
  others: readonly PeerFigures[] = [],
): GroundedFact[] =>
  figuresOf(record, month, others).filter(({ id }) => !ownTopics[kind]?.some((it) => id.startsWith(it)));

const ownTopics: Readonly<Partial<Record<MessageKind, readonly string[]>>> = {
  recommendation: ['savings.against-promise', 'budget.', 'feature.', 'adoption.'],
  welcome: ['seats'],
};
