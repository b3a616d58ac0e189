import { type Deps, defineHttpFunction, type Route } from '#functions/define-function.ts';
import type { Purpose } from '#shared/domain/mail/recipient-token.ts';
import { recipientSecret } from '#shared/ports/secrets.ts';
import { goneResponse } from './pages/gone.tsx';
import { preferencesPage, takePreferences } from './pages/preferences.tsx';
import { surveyPage, takeAnswer } from './pages/survey.tsx';
import { takeUnsubscription, unsubscribePage } from './pages/unsubscribe.tsx';
import { readForm } from './read-form.ts';
import { visitOf } from './visit.ts';

/** Opening a page changes nothing: programmes that check mail open every link in it. Only what a form posts does. */
const pagesOf = <P extends Purpose>(purpose: P): Route[] => [
  { route: `GET /mail/${purpose}/{token}`, access: 'signed' },
  { route: `POST /mail/${purpose}/{token}`, access: 'signed' },
];

export const recipientPages = defineHttpFunction({
  name: 'recipient-pages',
  purpose:
    'Lets a recipient of mail choose what to get, unsubscribe with one click, and answer a survey, by a sealed link and without signing in.',
  routes: [...pagesOf('preferences'), ...pagesOf('unsubscribe'), ...pagesOf('survey')],
  needs: ['table:write', 'personal-data:open', 'pseudonyms:make', 'secrets:read'],
  partitions: ['AUDIT#', 'CLIENT#', 'INBOX#', 'EVENT#'],
  secrets: [recipientSecret],
  run: serve,
});

async function serve(
  {
    table,
    pseudonyms,
    clock,
    secrets,
  }: Deps<'table:write' | 'personal-data:open' | 'pseudonyms:make' | 'secrets:read'>,
  request: Request,
  { token = '' }: Readonly<Record<string, string>>,
): Promise<Response> {
  const url = new URL(request.url);
  const visit = await visitOf({ table, pseudonyms, clock, secrets: await secrets.active(recipientSecret) }, url, token);
  if (!visit || !url.pathname.startsWith(`/mail/${visit.token.purpose}/`)) return goneResponse();

  const form = request.method === 'POST' ? await readForm(request) : undefined;
  switch (visit.token.purpose) {
    case 'preferences':
      return form ? takePreferences(visit, form) : preferencesPage(visit);
    case 'unsubscribe':
      return form ? takeUnsubscription(visit, form) : unsubscribePage(visit);
    case 'survey':
      return form ? takeAnswer(visit, visit.token, form) : surveyPage(visit, visit.token);
  }
}
