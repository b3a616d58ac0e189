import type { ClientType } from '../clients/client.ts';
import type { GroundedFact } from '../grounding/grounded-fact.ts';
import { peerFacts } from '../peers/peer-facts.ts';
import type { PeerFigures } from '../peers/peer-figures.ts';
import { addMonths, type IsoMonth } from '../values/iso-date.ts';
import { adoptionFigures } from './adoption.ts';
import { barFigures } from './bars.ts';
import { businessFigures } from './business.ts';
import { contractFigures } from './contract.ts';
import { hoursFigures } from './hours.ts';
import { satisfactionFigures } from './satisfaction.ts';
import { savingsFigures } from './savings.ts';
import { sayMonthAndYear, stated } from './stated.ts';
import { ticketFigures } from './tickets.ts';
import type { TrackRecord } from './track-record.ts';
import { usageFigures } from './usage.ts';

const themes = [
  savingsFigures,
  hoursFigures,
  usageFigures,
  adoptionFigures,
  businessFigures,
  satisfactionFigures,
  ticketFigures,
  contractFigures,
  barFigures,
];

/**
 * Everything that may be said to a client about a month, computed from what was recorded of it alone. What is not known is
 * absent, never zero; a month counts when it is over on the client's own calendar and its reports are nearly complete.
 * `others` are the figures of the other clients for the same month; only a position that nobody can be recognised in is told.
 */
export const figuresOf = (
  record: TrackRecord,
  month: IsoMonth,
  others: readonly PeerFigures[] = [],
): GroundedFact[] => [
  ...basics(record, month),
  ...themes.flatMap((figures) => figures(record, month)),
  ...peerFacts(record, month, others),
];

function basics({ client: { clientId, name, type } }: TrackRecord, month: IsoMonth): GroundedFact[] {
  const before = addMonths(month, -1);
  const source = [`client:${clientId}`];
  return [
    stated('client.name', 'The client', source, { kind: 'name', text: name }),
    stated('client.kind', 'What kind of client it is', source, { kind: 'phrase', text: kinds[type] }),
    stated('month', sayMonthAndYear(month), [], { kind: 'month', month }),
    stated('month.before', sayMonthAndYear(before), [], { kind: 'month', month: before }),
  ];
}

/** What people at such a client call themselves. */
const kinds: Readonly<Record<ClientType, string>> = {
  'power-conference': 'Power 5',
  'mid-major-conference': 'mid-major',
  'governing-body': 'governing body',
  'professional-league': 'professional league',
  'international-body': 'international body',
};
