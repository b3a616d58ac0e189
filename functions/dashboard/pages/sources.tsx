import { AppError } from '#shared/domain/errors.ts';
import { currentFacts } from '#shared/domain/facts/fact.ts';
import { citedFacts } from '#shared/domain/figures/citation.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { IsoDate } from '#shared/domain/values/iso-date.ts';
import { clients } from '#shared/store/client.ts';
import { facts } from '#shared/store/fact.ts';
import { Layout } from '../components/layout.tsx';
import { Simulated } from '../components/marks.tsx';
import { RecentFacts } from '../components/recent-facts.tsx';
import { pageResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';
import { count } from '../words.ts';

const beginning = IsoDate.parse('2000-01-01');
const shown = 200;
/** What is no recorded fact: it stands on the page of the client. */
const isAgreed = (source: string) => /^(?:client|contract):/.test(source);

/** What a figure rests on: the recorded facts that it cites. */
export async function sourcesPage(visit: Visit): Promise<Response> {
  const { data: clientId } = ClientId.safeParse(visit.params.clientId);
  const client = clientId && (await clients.get(visit.table, clientId));
  if (!client) throw new AppError('client.not-found');
  const all = visit.url.searchParams.getAll('of');
  const agreed = all.filter(isAgreed);
  const recorded = currentFacts(await facts.between(visit.table, client.clientId, beginning, visit.today));
  const cited = citedFacts(
    all.filter((source) => !isAgreed(source)),
    recorded,
  )?.toReversed();
  return pageResponse(
    <Layout title={`Sources: ${client.name}`} section="Portfolio" visit={visit}>
      <p class="back">
        <a href={`/clients/${client.clientId}`}>{client.name}</a>
      </p>
      <h1>
        What it rests on <Simulated client={client} />
      </h1>
      {all.length === 0 ? (
        <p class="empty">No figure was asked for. Each figure of an answer leads here, to what it rests on.</p>
      ) : cited === undefined ? (
        <p class="empty">The facts behind it were restated since, so they cannot be shown as they were.</p>
      ) : cited.length > 0 ? (
        <>
          <p class="lead">
            {count(cited.length, 'recorded fact')}
            {cited.length > shown && `, the newest ${shown} of them`}
          </p>
          <RecentFacts facts={cited.slice(0, shown)} />
        </>
      ) : undefined}
      {agreed.length > 0 && (
        <p>
          <a href={`/clients/${client.clientId}#agreement`}>The contract, and who the client is</a>, count as well.
        </p>
      )}
    </Layout>,
  );
}
