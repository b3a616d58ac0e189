import { type Deps, defineHttpFunction, type Route } from '#functions/define-function.ts';
import { isAppError } from '#shared/domain/errors.ts';
import { script, stylesheet } from './pages/assets.ts';
import { calendarPage } from './pages/calendar.tsx';
import { clientPage } from './pages/client.tsx';
import { decisionsPage } from './pages/decisions.tsx';
import { failuresPage } from './pages/failures.tsx';
import { mailPage } from './pages/mail.tsx';
import { mailHtml } from './pages/mail-html.ts';
import { messageHtml, messagePage } from './pages/message.tsx';
import { notFoundPage } from './pages/not-found.tsx';
import { outboxPage } from './pages/outbox.tsx';
import { portfolioPage } from './pages/portfolio.tsx';
import { runPage, runsPage } from './pages/runs.tsx';
import { sourcesPage } from './pages/sources.tsx';
import { type Page, visitOf } from './visit.ts';

/** Every page there is: the routes and their dispatch are both read from here. */
const pages: readonly (Route & { readonly page: Page })[] = [
  { route: 'GET /', access: 'operator', page: portfolioPage },
  { route: 'GET /clients/{clientId}', access: 'operator', page: clientPage },
  { route: 'GET /clients/{clientId}/sources', access: 'operator', page: sourcesPage },
  { route: 'GET /decisions', access: 'operator', page: decisionsPage },
  { route: 'GET /runs', access: 'operator', page: runsPage },
  { route: 'GET /runs/{runId}', access: 'operator', page: runPage },
  { route: 'GET /calendar', access: 'operator', page: calendarPage },
  { route: 'GET /calendar/{clientId}/{messageId}', access: 'operator', page: messagePage },
  { route: 'GET /calendar/{clientId}/{messageId}/html', access: 'operator', page: messageHtml },
  { route: 'GET /outbox', access: 'operator', page: outboxPage },
  { route: 'GET /outbox/{mailId}', access: 'operator', page: mailPage },
  { route: 'GET /outbox/{mailId}/html', access: 'operator', page: mailHtml },
  { route: 'GET /failures', access: 'operator', page: failuresPage },
  { route: 'GET /assets/dashboard.css', access: 'operator', page: stylesheet },
  { route: 'GET /assets/desk.js', access: 'operator', page: script },
];

export const dashboard = defineHttpFunction({
  name: 'dashboard',
  purpose:
    'Shows the operator the desk, the portfolio, each client with the evidence for its score, the calendar of mail, the outbox, what agents did, and the failures.',
  routes: pages,
  needs: ['table:read', 'personal-data:open', 'operators:admit'],
  partitions: [
    ...['CLIENT#', 'CLIENTS', 'CONTRACTS', 'STANDINGS', 'LEADERS#', 'PEERS#', 'MEETINGS', 'RISKS', 'OPEN-ALERTS'],
    ...['MESSAGES', 'MAIL', 'SENDING', 'DECISIONS', 'AGENTS', 'AGENT-RUNS', 'DEAD-LETTERS', 'QUARANTINE'],
  ],
  run: show,
});

/** Answers with the page of the route, or the 404 page when there is no such page, client or mail. */
async function show(
  deps: Deps<'table:read' | 'personal-data:open' | 'operators:admit'>,
  request: Request,
  params: Readonly<Record<string, string>>,
): Promise<Response> {
  const visit = visitOf(deps, new URL(request.url), params);
  const found = pages.find(({ route }) => leadsTo(route, visit.url.pathname));
  if (!found) return notFoundPage(visit);
  try {
    return await found.page(visit);
  } catch (error) {
    if (notThere.some((code) => isAppError(error, code))) return notFoundPage(visit);
    throw error;
  }
}

/** What a mistyped address runs into; all that an address puts into a query is where a page of the outbox begins. */
const notThere = ['client.not-found', 'mail.unknown', 'message.not-found', 'run.not-found', 'table.bad-query'] as const;

function leadsTo(route: Route['route'], pathname: string): boolean {
  const wanted = route.slice('GET '.length).split('/');
  const given = pathname.split('/');
  return wanted.length === given.length && wanted.every((part, i) => part.startsWith('{') || part === given[i]);
}
