import { type Measure, type MeasureDefinition, measureNames, measures } from '../history/measures.ts';
import { cutPanel, mapMeasures, type Panel } from '../history/panel.ts';
import { winsorised } from '../statistics/robust.ts';
import { calendarPrior } from './calendar-prior.ts';
import { fitOwnSeason, fitPeerSeason, type SeasonalIndex, withoutSeason } from './season.ts';

/** The seasons of the whole book and of each peer group, per seasonal measure, as known in one month. */
export type PeerSeasons = ReadonlyMap<
  Measure,
  { readonly all: SeasonalIndex; readonly byGroup: ReadonlyMap<string, SeasonalIndex> }
>;

/** A panel whose seasonal columns are freed of their season, and the season that was taken away. */
export interface AdjustedPanel extends Panel {
  readonly season: ReadonlyMap<Measure, SeasonalIndex>;
}

/** Use may always fall to a third or triple before it counts as a slip of the pen (a logarithm): a steady client's collapse is no outlier. */
const leastReach = Math.log(3);

const shrinkageOf = (measure: Measure) => (measures[measure] as MeasureDefinition).seasonShrinkage;

/** The measures that follow the calendar. */
const seasonalMeasures: readonly Measure[] = measureNames.filter((measure) => shrinkageOf(measure) !== undefined);

/** Fits the seasons of a book of clients on what was known at the end of `asOf` (months since year 0), held towards the calendar of a kind of client. */
export function fitPeerSeasons(panels: readonly Panel[], asOf: number, kind = 'conference'): PeerSeasons {
  const cut = panels.map((panel) => cutPanel(panel, asOf)).filter(({ length }) => length > 0);
  return new Map(
    seasonalMeasures.map((measure) => [
      measure,
      fitPeerSeason(
        cut.map(({ columns, firstMonth, overlap, group }) => ({
          values: columns[measure],
          firstCalendarMonth: firstMonth % 12,
          overlap,
          group,
        })),
        shrinkageOf(measure) ?? 0,
        calendarPrior(measure, kind),
      ),
    ]),
  );
}

/** Takes each seasonal column's season away, the client's own as far as it has shown one. */
export function adjust(panel: Panel, peers: PeerSeasons): AdjustedPanel {
  const season = new Map<Measure, SeasonalIndex>();
  const columns = mapMeasures((measure) => {
    const fitted = peers.get(measure);
    if (!fitted) return panel.columns[measure];
    const column = {
      values: panel.columns[measure],
      firstCalendarMonth: panel.firstMonth % 12,
      overlap: panel.overlap,
    };
    const definition: MeasureDefinition = measures[measure];
    const theirs = fitted.byGroup.get(panel.group) ?? fitted.all;
    const own = fitOwnSeason(column, theirs, shrinkageOf(measure) ?? 0, definition.surges);
    season.set(measure, own);
    const adjusted = withoutSeason(column, own);
    return definition.scale === 'linear' ? adjusted : winsorised(adjusted, leastReach);
  });
  return { ...panel, columns, season };
}
