import type { Explanation, Grounded } from '#functions/score-client/load-explanation.ts';
import type { ScoreChange } from '#shared/domain/health/explain-change.ts';
import { axisAround, waterfall } from '#shared/domain/health/explain-waterfall.ts';
import { type Scored, sayMove, sayMovers } from '../explain-score.ts';
import { driverNames, points, shortDate } from '../words.ts';
import { Evidence } from './evidence.tsx';
import { Table } from './table.tsx';
import { Waterfall } from './waterfall.tsx';

/** Why the score is not what it was a month earlier, line by line; or why that cannot be said. */
export function Change({ explanation: { now, before, change } }: { explanation: Explanation }) {
  if (!before) return null;
  const { assessment: was } = before;
  const { assessment: is } = now;
  const on = <a href={`?at=${was.scoredOn}`}>{shortDate(was.scoredOn)}</a>;
  if (!change || was.outcome !== 'scored' || is.outcome !== 'scored')
    return (
      <section aria-labelledby="change">
        <h2 id="change">What changed since {shortDate(was.scoredOn)}</h2>
        <p class="empty">
          {was.outcome === 'scored' ? 'Now there is' : 'Then there was'} insufficient data for a score, so there is no
          difference to explain. Compared with {on}.
        </p>
      </section>
    );
  return (
    <section aria-labelledby="change">
      <h2 id="change">What changed since {shortDate(was.scoredOn)}</h2>
      <Moves was={was} is={is} change={change} />
      <p class="advice">
        Compared with the score of {on}. Dimensions are shown before the season is taken out, which has its own line.
        {was.modelVersion !== is.modelVersion &&
          ` Model ${was.modelVersion} scored then and ${is.modelVersion} now, so a part of the change may be the model’s.`}
      </p>
      <details>
        <summary>The evidence then and now</summary>
        <ThenAndNow change={change} now={now} before={before} />
      </details>
    </section>
  );
}

function Moves({ was, is, change }: { was: Scored; is: Scored; change: ScoreChange }) {
  const start = Math.round(was.score * 100);
  const steps = waterfall(start, change.lines);
  return (
    <Waterfall
      caption="What moved the score; the lines add up to the difference"
      moves
      axis={axisAround(steps)}
      start={{ name: shortDate(was.scoredOn), how: 'score then', hundredths: start, band: was.band }}
      lines={steps.map((line) => ({ ...line, name: driverNames[line.driver], how: sayMove(line) }))}
      end={{
        name: shortDate(is.scoredOn),
        how: `score now, ${points(Math.abs(change.hundredths))} ${change.hundredths < 0 ? 'lower' : 'higher'} in all`,
        hundredths: start + change.hundredths,
        band: is.band,
      }}
    />
  );
}

function ThenAndNow({ change, now, before }: { change: ScoreChange; now: Grounded; before: Grounded }) {
  const evidenceOf = ({ assessment, counted }: Grounded, driver: string) => (
    <Evidence
      evidence={assessment.dimensions.find(({ dimension }) => dimension === driver)?.evidence ?? []}
      counted={counted}
    />
  );
  return (
    <Table
      caption="The evidence of each dimension then and now"
      rows={change.lines.filter(({ driver }) => driver !== 'season')}
      columns={[
        { title: 'Dimension', kind: 'heading', cell: ({ driver }) => driverNames[driver] },
        { title: 'Points', kind: 'number', cell: ({ hundredths }) => points(hundredths, true) },
        { title: 'By metric', kind: 'wide', cell: (line) => sayMovers(line) },
        {
          title: shortDate(before.assessment.scoredOn),
          kind: 'wide',
          cell: ({ driver }) => evidenceOf(before, driver),
        },
        { title: shortDate(now.assessment.scoredOn), kind: 'wide', cell: ({ driver }) => evidenceOf(now, driver) },
      ]}
    />
  );
}
