import { type Measure, measureNames } from '../history/measures.ts';
import { cutPanel, type Panel } from '../history/panel.ts';
import { adjust, fitPeerSeasons, type PeerSeasons } from '../season/adjust.ts';
import { median, robustDeviation } from '../statistics/robust.ts';

/** What is usual for a measure among clients: the median of their yearly medians, and how far months lie from it. */
export interface Reference {
  readonly median: number;
  readonly spread: number;
}

/** Everything a client is compared with, as known at the end of one month. */
export interface Peers {
  readonly asOf: number;
  readonly seasons: PeerSeasons;
  readonly references: ReadonlyMap<string, ReadonlyMap<Measure, Reference>>;
}

/** The name under which the whole book's references are kept, for clients without a peer group of their own. */
export const wholeBook = '*';

/** Learns seasons and references from the clients of a book, using nothing after `asOf` (months since year 0). */
export function fitPeers(panels: readonly Panel[], asOf: number): Peers {
  const seasons = fitPeerSeasons(panels, asOf);
  const groups = new Map<string, Panel[]>([[wholeBook, []]]);
  for (const panel of panels) {
    const cut = cutPanel(panel, asOf);
    if (cut.length === 0) continue;
    const adjusted = adjust(cut, seasons);
    for (const name of [wholeBook, panel.group]) groups.set(name, [...(groups.get(name) ?? []), adjusted]);
  }
  return { asOf, seasons, references: new Map([...groups].map(([name, members]) => [name, referencesOf(members)])) };
}

function referencesOf(members: readonly Panel[]): ReadonlyMap<Measure, Reference> {
  return new Map(
    measureNames.map((measure) => {
      const years = members.map(({ columns }) => columns[measure].slice(-12));
      const usual = median(years.map(median));
      return [measure, { median: usual, spread: robustDeviation(years.flatMap((year) => Array.from(year))) }];
    }),
  );
}
