import type { DimensionReading, Driver } from '#shared/domain/health/assessment.ts';
import { weights } from '#shared/domain/health/weights.ts';
import { formatScore } from '#shared/domain/values/score.ts';
import { beforeSeason, type Part, partsOf, type Scored, sumOf } from '../explain-score.ts';
import { count, driverNames, percent, points, shortDate } from '../words.ts';
import { Bar } from './marks.tsx';
import { Table } from './table.tsx';

/** Each dimension: its score, its weight, how sure we are, and the sentences it rests on. */
export function Dimensions({ readings }: { readings: readonly DimensionReading[] }) {
  return (
    <Table
      caption="The dimensions of the score and their evidence"
      rows={readings}
      columns={[
        { title: 'Dimension', kind: 'heading', cell: ({ dimension }) => driverNames[dimension] },
        { title: 'Score', kind: 'number', cell: ({ score }) => <DimensionScore score={score} /> },
        { title: 'Weight', kind: 'number', cell: ({ dimension }) => percent(weights[dimension]) },
        { title: 'Confidence', kind: 'number', cell: ({ confidence }) => percent(confidence) },
        { title: 'Evidence', kind: 'wide', cell: ({ evidence }) => <Evidence evidence={evidence} /> },
      ]}
    />
  );
}

function DimensionScore({ score }: Pick<DimensionReading, 'score'>) {
  if (score === undefined) return <span class="quiet">Not measured</span>;
  return (
    <span class="score small">
      {formatScore(score)}
      <Bar value={score} />
    </span>
  );
}

/** Sentences that rest on the same facts share the line that says which. */
function Evidence({ evidence }: Pick<DimensionReading, 'evidence'>) {
  if (evidence.length === 0) return <span class="quiet">Nothing recorded</span>;
  return (
    <ul class="plain">
      {[...Map.groupBy(evidence, factsBehind)].map(([behind, sentences]) => (
        <li>
          {sentences.map(({ says }) => (
            <span class="sentence">{says}</span>
          ))}
          <small>{behind}</small>
        </li>
      ))}
    </ul>
  );
}

const factsBehind = ({ facts, from, to }: DimensionReading['evidence'][number]) =>
  `${count(facts, 'fact')}, ${from === to ? shortDate(to) : `${shortDate(from)} to ${shortDate(to)}`}`;

/** How the score comes about, line by line, down to the sum. */
export function Sum({ assessment }: { assessment: Scored }) {
  const parts = new Map<string, Part>(partsOf(assessment).map((part) => [part.dimension, part]));
  return (
    <section aria-labelledby="sum">
      <h2 id="sum">How the score comes about</h2>
      <Table
        caption="What each line contributes; the lines add up to the score"
        rows={assessment.drivers}
        columns={[
          { title: 'Contribution', kind: 'heading', cell: ({ driver }) => driverNames[driver] },
          { title: 'How', cell: (line) => workings(line, parts.get(line.driver), assessment) },
          { title: 'Points', kind: 'number', cell: ({ hundredths }) => points(hundredths) },
        ]}
        footer={['Score', 'sum of the lines above', points(sumOf(assessment))]}
      />
      <p class="advice">
        <b>Season.</b> {assessment.season}
      </p>
    </section>
  );
}

function workings(line: Driver, part: Part | undefined, { seasonFactor }: Scored): string {
  if (!part) return `all of it × ${seasonFactor.toFixed(3)}`;
  const before = beforeSeason(part, line);
  const times = `× ${percent(part.weight)}`;
  return before === undefined
    ? `${part.score.toFixed(2)} ${times}`
    : `${before.toFixed(2)} ${times}, without the season`;
}
