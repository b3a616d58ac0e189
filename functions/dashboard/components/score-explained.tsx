import type { Explanation } from '#functions/score-client/load-explanation.ts';
import type { Fact } from '#shared/domain/facts/fact.ts';
import type { DimensionReading } from '#shared/domain/health/assessment.ts';
import { waterfall, wholeAxis } from '#shared/domain/health/explain-waterfall.ts';
import { weights } from '#shared/domain/health/weights.ts';
import { formatScore } from '#shared/domain/values/score.ts';
import { type Scored, sumOf, workingsOf } from '../explain-score.ts';
import { driverNames, percent, points } from '../words.ts';
import { Evidence } from './evidence.tsx';
import { Bar } from './marks.tsx';
import { Table } from './table.tsx';
import { Waterfall } from './waterfall.tsx';

/** Each dimension: its score, its weight, how sure we are, and the sentences it rests on, with their facts. */
export function Dimensions({ now: { assessment, counted } }: Pick<Explanation, 'now'>) {
  return (
    <Table
      caption="The dimensions of the score and their evidence"
      rows={assessment.dimensions}
      columns={[
        { title: 'Dimension', kind: 'heading', cell: ({ dimension }) => driverNames[dimension] },
        { title: 'Score', kind: 'number', cell: ({ score }) => <DimensionScore score={score} /> },
        { title: 'Weight', kind: 'number', cell: ({ dimension }) => percent(weights[dimension]) },
        { title: 'Confidence', kind: 'number', cell: ({ confidence }) => percent(confidence) },
        { title: 'Evidence', kind: 'wide', cell: (reading) => <Metrics reading={reading} counted={counted} /> },
      ]}
    />
  );
}

/** What each metric brings to its dimension's line, over the sentences it rests on. */
function Metrics({ reading, counted }: { reading: DimensionReading; counted: readonly Fact[] }) {
  const { metrics = [], evidence } = reading;
  const about = (metric?: string) => evidence.filter((sentence) => sentence.metric === metric);
  if (metrics.length === 0) return <Evidence evidence={evidence} counted={counted} />;
  return (
    <>
      {about().length > 0 && <Evidence evidence={about()} counted={counted} />}
      {metrics.map(({ metric, label, score, weight, hundredths }) => (
        <div class="metric">
          <p>
            <b>{label}</b> <b>{points(hundredths, true)}</b>{' '}
            <small>{`${formatScore(score)} × ${percent(weight)} of the dimension`}</small>
          </p>
          {about(metric).length > 0 && <Evidence evidence={about(metric)} counted={counted} />}
        </div>
      ))}
    </>
  );
}

function DimensionScore({ score }: Pick<DimensionReading, 'score'>) {
  if (score === undefined) return <span class="quiet">Insufficient data</span>;
  return (
    <span class="score small">
      {formatScore(score)}
      <Bar value={score} />
    </span>
  );
}

/** How the score comes about, line by line, down to the sum. */
export function Sum({ assessment }: { assessment: Scored }) {
  const lines = waterfall(0, workingsOf(assessment)).map((line) => ({ ...line, name: driverNames[line.driver] }));
  const how = 'sum of the lines above';
  return (
    <section aria-labelledby="sum">
      <h2 id="sum">How the score comes about</h2>
      <Waterfall
        caption="What each line contributes; the lines add up to the score"
        axis={wholeAxis}
        lines={lines}
        end={{ name: 'Score', how, hundredths: sumOf(assessment), band: assessment.band }}
      />
      <p class="advice">The pale part of a bar is what the dimension could still bring.</p>
      <p class="advice">
        <b>Season.</b> {assessment.season}
      </p>
    </section>
  );
}
