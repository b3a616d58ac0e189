import { bandFloors, bandNames } from '#shared/domain/health/band.ts';
import { formatScore } from '#shared/domain/values/score.ts';
import type { Point, ScoreHistory } from '../score-history.ts';
import { monthName, shortDate } from '../words.ts';
import { Band } from './marks.tsx';
import { Table } from './table.tsx';

const height = 260;
type Scale = (score: number) => number;

/**
 * The score over time: x in percent, y in pixels, so that it fills any width while its text keeps its size. The band
 * thresholds are the axis. The same figures follow as a table.
 */
export function ScoreChart({ history }: { history: ScoreHistory }) {
  const { axisFrom } = history;
  const yOf: Scale = (score) => round(height - ((score - axisFrom) / (100 - axisFrom)) * height);
  const latest = history.monthly.at(-1);
  return (
    <figure class="chart">
      <svg width="100%" height={height} role="img" aria-labelledby="chart-title chart-says">
        <title id="chart-title">Score over time</title>
        <desc id="chart-says">{inWords(history.monthly)}</desc>
        <Bands axisFrom={axisFrom} yOf={yOf} />
        {history.ticks.map(({ x, date, shown }) => (
          <g class={`tick ${shown}`}>
            <line x1={`${x}%`} x2={`${x}%`} y1={height} y2={height + 5} />
            <text x={`${x}%`} y={height + 20} text-anchor="middle">
              {monthName(date)}
            </text>
          </g>
        ))}
        <svg
          aria-hidden="true"
          width="100%"
          height={height}
          viewBox={`0 0 100 ${height}`}
          preserveAspectRatio="none"
          overflow="visible"
        >
          {history.lines.map((line) => (
            <polyline
              class="line"
              points={line.map(({ x, reading }) => `${x},${yOf(reading.score)}`).join(' ')}
              vector-effect="non-scaling-stroke"
            />
          ))}
        </svg>
        {history.monthly.map(({ x, reading }) => (
          <circle class="dot" cx={`${x}%`} cy={yOf(reading.score)} r="3">
            <title>{`${shortDate(reading.scoredOn)}: ${formatScore(reading.score)}, ${bandNames[reading.band]}`}</title>
          </circle>
        ))}
        {latest && <circle class="latest" cx={`${latest.x}%`} cy={yOf(latest.reading.score)} r="5" />}
      </svg>
      <figcaption>
        <details>
          <summary>The same figures as a table</summary>
          <MonthlyTable points={history.monthly} />
        </details>
      </figcaption>
    </figure>
  );
}

/** Shaded areas from each threshold up to the next, with the threshold on the left and the band's name on the right. */
function Bands({ axisFrom, yOf }: { axisFrom: number; yOf: Scale }) {
  return (
    <>
      {bandFloors.map(([band, threshold], i) => {
        const floor = Math.max(threshold, axisFrom);
        const top = bandFloors[i - 1]?.[1] ?? 100;
        return (
          <g class={`area ${band}`}>
            <rect width="100%" y={yOf(top)} height={yOf(floor) - yOf(top)} />
            <line x1="0" x2="100%" y1={yOf(floor)} y2={yOf(floor)} />
            <text x="-8" y={yOf(floor) + 4} text-anchor="end">
              {floor}
            </text>
            <text x="100%" dx="8" y={(yOf(floor) + yOf(top)) / 2 + 4}>
              {bandNames[band]}
            </text>
          </g>
        );
      })}
      <text x="-8" y={yOf(100) + 4} text-anchor="end">
        100
      </text>
    </>
  );
}

function MonthlyTable({ points }: { points: readonly Point[] }) {
  return (
    <Table
      caption="The last score of each month, newest first"
      rows={points.map(({ reading }) => reading).reverse()}
      columns={[
        {
          title: 'Scored on',
          kind: 'heading',
          cell: ({ scoredOn }) => <a href={`?at=${scoredOn}`}>{shortDate(scoredOn)}</a>,
        },
        { title: 'Score', kind: 'number', cell: ({ score }) => formatScore(score) },
        { title: 'Band', cell: ({ band }) => <Band band={band} /> },
      ]}
    />
  );
}

const round = (pixels: number) => Math.round(pixels * 10) / 10;

function inWords(monthly: readonly Point[]): string {
  const readings = monthly.map(({ reading }) => reading);
  const byScore = readings.toSorted((a, b) => a.score - b.score);
  const says = (reading: (typeof readings)[number] | undefined) =>
    reading ? `${formatScore(reading.score)} on ${shortDate(reading.scoredOn)}` : '';
  return `A line from ${says(readings.at(0))} to ${says(readings.at(-1))}; lowest month ${says(byScore.at(0))}, highest ${says(byScore.at(-1))}.`;
}
