import { IsoDate } from '#shared/domain/values/iso-date.ts';
import { Agreement, Contacts } from '../components/agreement.tsx';
import { AlertList } from '../components/alert-list.tsx';
import { AskBox } from '../components/ask-box.tsx';
import { Change } from '../components/change-explained.tsx';
import { Contents } from '../components/contents.tsx';
import { DealingsSection } from '../components/dealings.tsx';
import { Layout } from '../components/layout.tsx';
import { Leaders } from '../components/leaders.tsx';
import { Simulated } from '../components/marks.tsx';
import { Memories } from '../components/memories.tsx';
import { Outlook } from '../components/outlook.tsx';
import { RecentFacts } from '../components/recent-facts.tsx';
import { RiskStages } from '../components/risk.tsx';
import { ScoreChart } from '../components/score-chart.tsx';
import { Dimensions, Sum } from '../components/score-explained.tsx';
import { Standing } from '../components/standing.tsx';
import { Voices } from '../components/voices.tsx';
import { type ClientFile, loadClient } from '../load-client.ts';
import { loadDealings } from '../load-dealings.ts';
import { pageResponse } from '../respond.ts';
import { layOut } from '../score-history.ts';
import type { Visit } from '../visit.ts';
import { clientTypeNames, count, serviceNames, shortDate } from '../words.ts';

/** One client: where it stands, why, since when, and what is to be done. Throws `client.not-found`. */
export async function clientPage(visit: Visit): Promise<Response> {
  const at = IsoDate.safeParse(visit.url.searchParams.get('at')).data;
  const file = await loadClient(visit.table, visit.params.clientId, visit.today, at);
  const { client, assessment, explanation, openAlerts, closedAlerts } = file;
  const dealings = await loadDealings(visit.table, client.clientId, visit.now, visit.today);
  const sections = (
    <>
      {openAlerts.length > 0 && (
        <section aria-labelledby="alerts">
          <h2 id="alerts">Open alerts</h2>
          <AlertList entries={openAlerts.map((alert) => ({ alert }))} today={visit.today} />
        </section>
      )}
      {file.risk && <RiskStages risk={file.risk} today={visit.today} />}
      <History file={file} />
      {assessment?.outcome === 'scored' && <Sum assessment={assessment} />}
      {explanation && <Change explanation={explanation} />}
      {explanation && explanation.now.assessment.dimensions.length > 0 && (
        <section aria-labelledby="dimensions">
          <h2 id="dimensions">Dimensions and their evidence</h2>
          <Dimensions now={explanation.now} />
        </section>
      )}
      <div class="pair">
        <div>
          {assessment?.outcome === 'scored' && assessment.forecast && <Outlook forecast={assessment.forecast} />}
          <Leaders leaders={file.leaders} today={visit.today} />
        </div>
        <div>
          <Agreement file={file} today={visit.today} />
          <Contacts contacts={file.contacts} />
        </div>
      </div>
      <div class="pair">
        <Memories client={client} memories={file.memories} />
        <Voices readings={file.readings} />
      </div>
      <DealingsSection dealings={dealings} contacts={file.contacts} active={client.status === 'active'} />
      <section aria-labelledby="facts">
        <h2 id="facts">Recent facts</h2>
        <RecentFacts facts={file.recentFacts} />
      </section>
      {closedAlerts.length > 0 && (
        <section aria-labelledby="closed">
          <h2 id="closed">Closed alerts</h2>
          <AlertList entries={closedAlerts.map((alert) => ({ alert }))} today={visit.today} />
        </section>
      )}
    </>
  );
  return pageResponse(
    <Layout title={client.name} section="Portfolio" visit={visit}>
      <p class="back">
        <a href="/">Portfolio</a>
      </p>
      <h1>
        {client.name} <Simulated client={client} />
      </h1>
      <p class="lead">
        {clientTypeNames[client.type]} with {count(client.memberSchools, 'school')}, using{' '}
        {client.services.map((service) => serviceNames[service]).join(' and ')}
      </p>
      {client.provenance === 'simulated' && (
        <p class="note">
          <strong>Simulated data.</strong> This client’s figures were generated for demonstration. None is a real
          conference’s.
        </p>
      )}
      {at && (
        <p class="note">
          <strong>The score as of {shortDate(at)}.</strong> Everything else on this page is of today.{' '}
          <a href={visit.url.pathname}>Show today’s score</a>
        </p>
      )}
      <Standing client={client} assessment={assessment} />
      <AskBox client={client} />
      <Contents of={sections} />
      {sections}
    </Layout>,
  );
}

function History({ file: { history, client } }: { file: ClientFile }) {
  const drawn = layOut(history);
  if (!drawn && client.status !== 'active') return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">Score over time</h2>
      {drawn ? (
        <ScoreChart history={drawn} />
      ) : (
        <p class="empty">A line needs scores of two days; the next one draws it.</p>
      )}
    </section>
  );
}
