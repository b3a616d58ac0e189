import type { Client } from '#shared/domain/clients/client.ts';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { bandNames, bandOf } from '#shared/domain/health/band.ts';
import { formatScore } from '#shared/domain/values/score.ts';
import { partsOf, type Scored } from '../explain-score.ts';
import { driverNames, percent, roughPoints, shortDate } from '../words.ts';
import { Band, Trend } from './marks.tsx';

/** Where the client stands today, in one glance and two sentences. */
export function Standing({ client, assessment }: { client: Client; assessment: HealthAssessment | undefined }) {
  if (assessment?.outcome === 'scored') return <ScoredStanding assessment={assessment} />;
  const why = assessment?.missing ?? (client.status === 'prospect' ? 'Nothing is measured yet.' : 'Not scored yet.');
  return (
    <section class="standing" aria-label="Where it stands">
      <p class="figure quiet">{client.status === 'prospect' ? 'Prospect' : 'Insufficient data'}</p>
      <p>{why}</p>
    </section>
  );
}

function ScoredStanding({ assessment }: { assessment: Scored }) {
  const { score, band, trend, confidence, scoredOn, modelVersion } = assessment;
  const [worst] = partsOf(assessment);
  return (
    <section class="standing" aria-label="Where it stands">
      <p class={`figure ${band}`}>
        <b>{formatScore(score)}</b> <span>of 100</span>
      </p>
      <div>
        <p class="facts">
          <Band band={band} /> <Trend trend={trend} /> <span>{percent(confidence)} confidence</span>
        </p>
        {worst && worst.keeps > 0 && (
          <p>
            {driverNames[worst.dimension]} holds it back most: {worst.score.toFixed(0)} of 100 costs{' '}
            {roughPoints(worst.keeps)} points.
          </p>
        )}
        {bandOf(score) !== band && (
          <p>
            The score alone reads as {bandNames[bandOf(score)]}. The band moves once the score is 2 points across, or
            across twice.
          </p>
        )}
        <p class="quiet">
          Scored {shortDate(scoredOn)} by model {modelVersion}
        </p>
      </div>
    </section>
  );
}
