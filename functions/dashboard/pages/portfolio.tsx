import { HealthBand } from '#shared/domain/health/band.ts';
import type { ReviewRate } from '#shared/domain/meetings/review-rate.ts';
import { firstDay } from '#shared/domain/values/iso-date.ts';
import { AlertList } from '../components/alert-list.tsx';
import { ClientTable, UnscoredTable } from '../components/client-table.tsx';
import { Layout } from '../components/layout.tsx';
import { Band } from '../components/marks.tsx';
import { countedUpTo, loadPortfolio, type Portfolio } from '../load-portfolio.ts';
import { pageResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';
import { count, monthName } from '../words.ts';

const clientsShown = 5;

/** The portfolio: what needs a decision, then every client, worst first. */
export async function portfolioPage(visit: Visit): Promise<Response> {
  const portfolio = await loadPortfolio(visit.table, visit.today);
  const { scored, unscored, alerts } = portfolio;
  const waiting = byClient(alerts);
  return pageResponse(
    <Layout title="Portfolio" section="Portfolio" visit={visit}>
      <h1>Portfolio</h1>
      <SimulatedNote portfolio={portfolio} />
      <Summary portfolio={portfolio} />
      {waiting.length > 0 && (
        <section aria-labelledby="alerts">
          <h2 id="alerts">Needs you, due first</h2>
          <AlertList entries={waiting.slice(0, clientsShown)} today={visit.today} />
          {waiting.length > clientsShown && (
            <p class="quiet">And {count(waiting.length - clientsShown, 'more client')} with open alerts, below.</p>
          )}
        </section>
      )}
      <section aria-labelledby="clients">
        <h2 id="clients">Clients, worst first</h2>
        {scored.length === 0 ? (
          <p class="empty">
            {unscored.length === 0
              ? 'There is no client yet. Import a portfolio (csm import portfolio FILE), and then usage.'
              : 'No client has a score yet. Send usage reports or import them, and scores follow.'}
          </p>
        ) : (
          <ClientTable rows={scored} today={visit.today} />
        )}
      </section>
      {unscored.length > 0 && (
        <section aria-labelledby="unscored">
          <h2 id="unscored">Without a score</h2>
          <UnscoredTable rows={unscored} today={visit.today} />
        </section>
      )}
    </Layout>,
  );
}

/** The alert of each client that is due first, and how many more it has: one client in trouble must not hide another. */
const byClient = (alerts: Portfolio['alerts']) =>
  [...Map.groupBy(alerts, ({ alert }) => alert.clientId).values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, more: more.length }] : [],
  );

function Summary({ portfolio: { scored, alerts, counts, reviews } }: { portfolio: Portfolio }) {
  const inBand = (wanted: HealthBand) => scored.filter(({ assessment }) => assessment.band === wanted).length;
  return (
    <dl class="summary">
      {HealthBand.options.map((band) => (
        <div>
          <dt>
            <Band band={band} />
          </dt>
          <dd>{inBand(band)}</dd>
        </div>
      ))}
      <div class="apart">
        <dt>Open alerts</dt>
        <dd>{alerts.length}</dd>
      </div>
      <Reviews rates={reviews} />
      <div>
        <dt>
          <a href="/outbox">Outbox</a>
        </dt>
        <dd>
          {upTo(counts.mails)}
          {counts.uncertainMails > 0 && <small> {counts.uncertainMails} perhaps sent</small>}
        </dd>
      </div>
      <div>
        <dt>
          <a href="/failures">Failures</a>
        </dt>
        <dd class={counts.failures > 0 ? 'bad' : ''}>{upTo(counts.failures)}</dd>
      </div>
    </dl>
  );
}

/** Each active client has a review each month; only those that took place count. */
const Reviews = ({ rates: [over, soFar] }: { rates: Portfolio['reviews'] }) => (
  <div>
    <dt>Reviews held in {monthName(firstDay(over.month))}</dt>
    <dd class={over.share !== undefined && over.share < over.goal ? 'bad' : ''}>
      {ofAll(over)}
      <small> {ofAll(soFar)} so far this month</small>
    </dd>
  </div>
);

const ofAll = ({ held, missed, without }: ReviewRate) =>
  `${held.length} of ${held.length + missed.length + without.length}`;

function SimulatedNote({ portfolio: { scored, unscored } }: { portfolio: Portfolio }) {
  const rows = [...scored, ...unscored];
  const simulated = rows.filter(({ client }) => client.provenance === 'simulated').length;
  if (simulated === 0) return null;
  return (
    <p class="note">
      <strong>Simulated data.</strong>{' '}
      {simulated === rows.length
        ? 'Every client here was generated for demonstration. No figure is a real conference’s.'
        : `${count(simulated, 'client')} of ${rows.length} below ${simulated === 1 ? 'was' : 'were'} generated for demonstration and ${simulated === 1 ? 'is' : 'are'} labelled.`}
    </p>
  );
}

const upTo = (n: number) => (n >= countedUpTo ? `${countedUpTo}+` : n);
