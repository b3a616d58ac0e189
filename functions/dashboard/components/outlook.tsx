import type { Forecast } from '#shared/domain/prediction/live/forecast.ts';
import { percent } from '../words.ts';
import { Details } from './details.tsx';
import { Bar, Trend } from './marks.tsx';
import { Table } from './table.tsx';

const outcomes = ['improving', 'stable', 'declining'] as const;

/** What a trained model expects of the client's satisfaction over the next quarter, and of its staying. */
export function Outlook({ forecast }: { forecast: Forecast }) {
  return (
    <section aria-labelledby="outlook">
      <h2 id="outlook">The next quarter, forecast</h2>
      <Table
        caption="How likely each trend of satisfaction is"
        rows={outcomes}
        columns={[
          { title: 'Satisfaction', kind: 'heading', cell: (outcome) => <Trend trend={outcome} /> },
          {
            title: 'Chance',
            kind: 'number',
            cell: (outcome) => (
              <span class="score small">
                {percent(forecast[outcome])}
                <Bar value={100 * forecast[outcome]} />
              </span>
            ),
          },
        ]}
      />
      <Details
        entries={[
          ['Likely enough to act on', forecast.confident ? 'Yes' : 'No'],
          ['Stays at its renewal', percent(forecast.renewalProbability)],
          ['Lost within six months', percent(forecast.churn6m)],
        ]}
      />
      <p class="quiet">
        Model {forecast.model}
        {forecast.fromSimulatedData && ', which learned from simulated portfolios: real outcomes are too few yet'}.
      </p>
    </section>
  );
}
