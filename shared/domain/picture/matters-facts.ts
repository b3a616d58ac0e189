import type { Alert } from '../alerts/alert.ts';
import type { Contract } from '../clients/client.ts';
import type { Reading } from '../feedback/reading.ts';
import { money, stated } from '../figures/stated.ts';
import { contractSource } from '../figures/year-so-far.ts';
import type { GroundedFact } from '../grounding/grounded-fact.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Memory } from '../memory/memory.ts';
import { type Risk, riskStageNames } from '../risk/risk.ts';
import type { Instant } from '../values/iso-date.ts';
import { sentence } from './sentence.ts';

/** What is open with a client beside its figures. */
export interface Matters {
  /** Open ones, the gravest first. */
  readonly alerts: readonly Alert[];
  readonly risk: Risk | undefined;
  /** The one in force. */
  readonly contract: Contract | undefined;
  readonly meetings: readonly Meeting[];
  /** Those that still count. */
  readonly memories: readonly Memory[];
  /** The newest first. */
  readonly readings: readonly Reading[];
  readonly now: Instant;
}

/** All of it as facts that may be said: alerts with their plays, the risk, promises, preferences, what people wrote. */
export const mattersFacts = (matters: Matters): GroundedFact[] => [
  stated('alerts.open', 'How many alerts are open', ['alert'], { kind: 'count', value: matters.alerts.length }),
  ...matters.alerts.slice(0, 3).flatMap(alertFacts),
  ...contractFacts(matters.contract),
  ...riskFacts(matters.risk),
  ...meetingFacts(matters),
  ...(['promise', 'preference', 'rejection'] as const).flatMap((kind) =>
    matters.memories
      .filter((memory) => memory.kind === kind)
      .slice(0, 5)
      .map(({ memoryId, says }, at) => phrase(`${kind}.${at + 1}`, memoryNames[kind], [`memory:${memoryId}`], says)),
  ),
  ...feedbackFacts(matters.readings),
];

const memoryNames = {
  promise: 'A promise we made',
  preference: 'What the client prefers',
  rejection: 'Why the operator rejected an earlier proposal',
} as const;

const phrase = (id: string, says: string, of: string[], text: string) =>
  stated(id, says, of, { kind: 'phrase', text: sentence(text) });

function alertFacts({ alertId, cause, play, dueOn }: Alert, at: number): GroundedFact[] {
  const of = [`alert:${alertId}`];
  const id = `alert.${at + 1}`;
  return [
    phrase(id, 'An open alert', of, cause.says),
    phrase(`${id}.play`, 'The play for it', of, play.name),
    phrase(`${id}.step`, 'The first step of that play', of, play.firstStep),
    stated(`${id}.due`, 'When it is due', of, { kind: 'date', date: dueOn }),
  ];
}

/** For the operator alone: no mail states the price. */
const contractFacts = (contract: Contract | undefined): GroundedFact[] =>
  contract
    ? money(
        'contract.value',
        'What the contract is worth a year',
        [contractSource(contract)],
        contract.annualValueCents,
      )
    : [];

function riskFacts(risk: Risk | undefined): GroundedFact[] {
  const last = risk?.stages.at(-1);
  if (!last) return [];
  return [
    phrase('risk.stage', 'The stage of risk', ['risk'], riskStageNames[last.stage]),
    stated('risk.since', 'Since when', ['risk'], { kind: 'date', date: last.since }),
  ];
}

function meetingFacts({ meetings, now }: Matters): GroundedFact[] {
  const ahead = meetings.filter(({ status, at }) => (status === 'arranged' || status === 'proposed') && at >= now);
  const next = ahead.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
  const held = meetings.filter((meeting) => meeting.status === 'held').toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
  return [
    ...(next ? [stated('meeting.next', 'The next meeting', [`meeting:${next.meetingId}`], moment(next))] : []),
    ...(held
      ? [
          stated('meeting.last', 'The last meeting', [`meeting:${held.meetingId}`], moment(held)),
          ...held.nextSteps
            .slice(0, 4)
            .map((says, at) =>
              phrase(`step.${at + 1}`, 'A next step agreed there', [`meeting:${held.meetingId}`], says),
            ),
        ]
      : []),
  ];
}

const moment = ({ at, timeZone }: Meeting) => ({ kind: 'moment', at, zone: timeZone }) as const;

/** Verified quotes only, and none of a text that gives orders; complaints first, then the newest. */
function feedbackFacts(readings: readonly Reading[]): GroundedFact[] {
  if (readings.length === 0) return [];
  const unhappy = readings.filter(isUnhappy);
  const quotes = [...unhappy, ...readings.filter((reading) => !isUnhappy(reading))]
    .filter(({ flagged }) => !flagged)
    .flatMap(({ readingId, quotes: all }) => all.map(({ text }) => ({ readingId, text })));
  const number = (of: readonly Reading[]) => ({ kind: 'count', value: of.length }) as const;
  return [
    stated('feedback.texts', 'Texts of the client read lately', readings.map(sourceOf), number(readings)),
    stated('feedback.unhappy', 'Unhappy ones among them', unhappy.map(sourceOf), number(unhappy)),
    ...quotes
      .slice(0, 3)
      .map(({ readingId, text }, at) =>
        phrase(`quote.${at + 1}`, 'What somebody there wrote', [sourceOf({ readingId })], text),
      ),
  ];
}

const isUnhappy = ({ sentiment }: Reading) => sentiment === 'angry' || sentiment === 'unhappy';
const sourceOf = ({ readingId }: Pick<Reading, 'readingId'>) => `reading:${readingId}`;
