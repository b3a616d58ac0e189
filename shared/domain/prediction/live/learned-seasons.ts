import * as z from 'zod';
import type { Dossier } from '../../health/dossier.ts';
import { fitPeers, type Peers } from '../../health/score/peers.ts';
import { IsoDate, monthOf } from '../../values/iso-date.ts';
import { monthIndex } from '../history/history.ts';
import { type Measure, measureNames } from '../history/measures.ts';
import { fitPeerSeasons } from '../season/adjust.ts';
import { panelOfFacts } from './history-of-facts.ts';

const MeasureName = z.enum(measureNames as [Measure, ...Measure[]]);
const Index = z.array(z.number()).length(12);

/** What all clients together tell of each other, never of one: what a calendar month adds to each measure, and what is usual. */
export const LearnedSeasons = z.object({
  learnedOn: IsoDate,
  /** How many clients it was learned from. */
  clients: z.int().min(0),
  /** By measure, January first. */
  measures: z.partialRecord(MeasureName, z.object({ all: Index, byGroup: z.record(z.string(), Index) })),
  /** By peer group of at least three (`*`: everyone) and measure; absent in what was learned before `health-3`. */
  usual: z
    .record(z.string(), z.partialRecord(MeasureName, z.object({ median: z.number(), spread: z.number() })))
    .default({}),
});
export type LearnedSeasons = z.infer<typeof LearnedSeasons>;

/** Learns from what is recorded of a portfolio up to a day: pooled over peers, seasons held towards the calendar. */
export function learnSeasons(dossiers: readonly Dossier[], learnedOn: IsoDate): LearnedSeasons {
  const panels = dossiers.map(panelOfFacts);
  const { seasons, references } = fitPeers(panels, monthIndex(monthOf(learnedOn)));
  const index = (of: Float64Array) => Array.from(of, rounded);
  return {
    learnedOn,
    clients: panels.filter(({ length }) => length > 0).length,
    measures: Object.fromEntries(
      [...seasons].map(([measure, { all, byGroup }]) => [
        measure,
        { all: index(all), byGroup: Object.fromEntries([...byGroup].map(([group, of]) => [group, index(of)])) },
      ]),
    ),
    usual: Object.fromEntries(
      [...references].map(([group, ofGroup]) => [
        group,
        Object.fromEntries(
          [...ofGroup].map(([measure, { median, spread }]) => [
            measure,
            { median: rounded(median), spread: rounded(spread) },
          ]),
        ),
      ]),
    ),
  };
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** The same in the form the score reads; before anything was learned, the sporting calendar of a kind of client. */
export function peersOf(learned: LearnedSeasons | undefined, kind: string): Peers {
  if (!learned) return calendarOnly(kind);
  const known = remembered.get(learned);
  if (known) return known;
  const seasons: Peers['seasons'] = new Map(
    Object.entries(learned.measures).map(([measure, { all, byGroup }]) => [
      MeasureName.parse(measure),
      {
        all: Float64Array.from(all),
        byGroup: new Map(Object.entries(byGroup).map(([group, index]) => [group, Float64Array.from(index)])),
      },
    ]),
  );
  const references: Peers['references'] = new Map(
    Object.entries(learned.usual).map(([group, ofGroup]) => [
      group,
      new Map(Object.entries(ofGroup).map(([measure, usual]) => [MeasureName.parse(measure), usual])),
    ]),
  );
  const peers = { seasons, references };
  remembered.set(learned, peers);
  return peers;
}

function calendarOnly(kind: string): Peers {
  const known = calendars.get(kind) ?? { seasons: fitPeerSeasons([], 0, kind), references: new Map() };
  calendars.set(kind, known);
  return known;
}
const calendars = new Map<string, Peers>();
const remembered = new WeakMap<LearnedSeasons, Peers>();
