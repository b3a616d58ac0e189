import * as z from 'zod';
import type { Dossier } from '../../health/dossier.ts';
import { IsoDate, monthOf } from '../../values/iso-date.ts';
import { monthIndex } from '../history/history.ts';
import { type Measure, measureNames } from '../history/measures.ts';
import { panelOf } from '../history/panel.ts';
import { fitPeerSeasons, type PeerSeasons } from '../season/adjust.ts';
import { historyOf } from './history-of-facts.ts';

const Index = z.array(z.number()).length(12);

/** What a calendar month adds to each measure, January first, learned from all clients together. Never one client's own. */
export const LearnedSeasons = z.object({
  learnedOn: IsoDate,
  /** How many clients it was learned from. */
  clients: z.int().min(0),
  measures: z.partialRecord(
    z.enum(measureNames as [Measure, ...Measure[]]),
    z.object({ all: Index, byGroup: z.record(z.string(), Index) }),
  ),
});
export type LearnedSeasons = z.infer<typeof LearnedSeasons>;

/** Learns the seasons of a portfolio from what is recorded up to a day: pooled over peers, held towards the calendar. */
export function learnSeasons(dossiers: readonly Dossier[], learnedOn: IsoDate): LearnedSeasons {
  const panels = dossiers.map((dossier) => panelOf(historyOf(dossier)));
  const fitted = fitPeerSeasons(panels, monthIndex(monthOf(learnedOn)));
  const rounded = (index: Float64Array) => Array.from(index, (value) => Math.round(value * 1e6) / 1e6);
  return {
    learnedOn,
    clients: panels.filter(({ length }) => length > 0).length,
    measures: Object.fromEntries(
      [...fitted].map(([measure, { all, byGroup }]) => [
        measure,
        {
          all: rounded(all),
          byGroup: Object.fromEntries([...byGroup].map(([group, index]) => [group, rounded(index)])),
        },
      ]),
    ),
  };
}

/** The same in the form the models read. */
export const peerSeasonsOf = ({ measures }: LearnedSeasons): PeerSeasons =>
  new Map(
    Object.entries(measures).map(([measure, { all, byGroup }]) => [
      measure as Measure,
      {
        all: Float64Array.from(all),
        byGroup: new Map(Object.entries(byGroup).map(([group, index]) => [group, Float64Array.from(index)])),
      },
    ]),
  );

/** What a month (0 to 11) adds to a measure for a kind of client; undefined when nothing was learned of it. */
export function seasonOf({ measures }: LearnedSeasons, measure: Measure, group: string): readonly number[] | undefined {
  const learned = measures[measure];
  return learned?.byGroup[group] ?? learned?.all;
}
