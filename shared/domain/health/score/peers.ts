import { type Measure, measureNames } from '../../prediction/history/measures.ts';
import { cutPanel, type Panel } from '../../prediction/history/panel.ts';
import { adjust, fitPeerSeasons, type PeerSeasons } from '../../prediction/season/adjust.ts';
import { median, robustDeviation } from '../../prediction/statistics/robust.ts';
import { metrics } from './metrics.ts';

/** What is usual for a measure among clients: the median of their yearly medians, and how far months lie from it. */
export interface Reference {
  readonly median: number;
  readonly spread: number;
}
type References = ReadonlyMap<string, ReadonlyMap<Measure, Reference>>;

/** Everything a client is compared with, as known at the end of one month. */
export interface Peers {
  readonly seasons: PeerSeasons;
  readonly references: References;
}

/** The name under which the whole book's references are kept, for clients without a peer group of their own. */
const wholeBook = '*';

/** Fewer clients that measure something are no peers: two would see each other (domain-facts.md). */
const fewestPeers = 3;

/** What is compared with what is usual, and therefore worth learning. */
const comparedMeasures: readonly Measure[] = measureNames.filter((name) =>
  Object.values(metrics)
    .flat()
    .some(({ measure, yardstick }) => measure === name && yardstick.against === 'usual'),
);

/** Learns seasons and references from the clients of a book, using nothing after `asOf` (months since year 0). */
export function fitPeers(panels: readonly Panel[], asOf: number): Peers {
  const seasons = fitPeerSeasons(panels, asOf);
  const groups = new Map<string, Panel[]>([[wholeBook, []]]);
  for (const panel of panels) {
    const cut = cutPanel(panel, asOf);
    if (cut.length === 0) continue;
    const adjusted = adjust(cut, seasons);
    for (const name of [wholeBook, panel.group]) {
      const members = groups.get(name) ?? [];
      members.push(adjusted);
      groups.set(name, members);
    }
  }
  return { seasons, references: new Map([...groups].map(([name, members]) => [name, referencesOf(members)])) };
}

function referencesOf(members: readonly Panel[]): ReadonlyMap<Measure, Reference> {
  return new Map(
    comparedMeasures.flatMap((measure) => {
      const years = members
        .map(({ columns }) => columns[measure].slice(-12))
        .filter((year) => year.some((value) => !Number.isNaN(value)));
      if (years.length < fewestPeers) return [];
      const usual = median(years.map(median));
      const spread = robustDeviation(years.flatMap((year) => Array.from(year)));
      return [[measure, { median: usual, spread }]];
    }),
  );
}

const nothingKnown: Reference = { median: Number.NaN, spread: Number.NaN };

/** What is usual in a peer group, or else in the whole book. */
export const referenceOf = ({ references }: Pick<Peers, 'references'>, group: string, measure: Measure): Reference =>
  references.get(group)?.get(measure) ?? references.get(wholeBook)?.get(measure) ?? nothingKnown;
