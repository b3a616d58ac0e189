import type { Consent } from '#shared/domain/mail/preferences.ts';
import { changeConsent, consentOf, resubscribed, unsubscribed, withPreferences } from '../change-consent.ts';
import { Layout } from '../components/layout.tsx';
import { Done, Mistakes } from '../components/notice.tsx';
import { PreferencesForm } from '../components/preferences-form.tsx';
import { type Entry, entryFrom, entryOf, type Problems, readPreferences } from '../read-preferences.ts';
import { pageResponse, seeOther } from '../respond.ts';
import type { Visit } from '../visit.ts';
import { whyNoMail } from '../words.ts';

export async function preferencesPage(visit: Visit): Promise<Response> {
  const consent = await consentOf(visit);
  return pageResponse(
    <Page visit={visit} consent={consent} entry={entryOf(consent.preferences, visit.today)} problems={{}} />,
  );
}

/** Saves the preferences, all or none of them; or unsubscribes from everything, or takes that back. */
export async function takePreferences(visit: Visit, form: URLSearchParams): Promise<Response> {
  const action = form.get('do');
  if (action === 'unsubscribe') return change(visit, unsubscribed(visit), 'unsubscribed');
  if (action === 'resubscribe') return change(visit, resubscribed(visit), 'resubscribed');

  const entry = entryFrom(form);
  const read = readPreferences(entry, visit.today);
  if ('preferences' in read) return change(visit, withPreferences(visit, read.preferences), 'saved');
  const consent = await consentOf(visit);
  return pageResponse(<Page visit={visit} consent={consent} entry={entry} problems={read.problems} />, 400);
}

async function change(visit: Visit, how: (before: Consent) => Consent, done: string): Promise<Response> {
  await changeConsent(visit, how);
  return seeOther(`${visit.pathTo('preferences')}?done=${done}`);
}

interface PageProps {
  readonly visit: Visit;
  readonly consent: Consent;
  readonly entry: Entry;
  readonly problems: Problems;
}

function Page({ visit, consent, entry, problems }: PageProps) {
  const wrong = Object.keys(problems).length > 0;
  return (
    <Layout title={wrong ? 'Not saved: your mail' : 'Your mail'} client={visit.client}>
      <h1>Your mail from HELiiX</h1>
      <p class="lead">What we send you, how often and when. Nothing here concerns other people at your office.</p>
      {!wrong && <WhatWasDone visit={visit} consent={consent} />}
      <Mistakes heading="Nothing was saved yet" problems={problems} />
      <Standing visit={visit} consent={consent} />
      <PreferencesForm visit={visit} entry={entry} problems={problems} />
      {consent.suppression?.because !== 'unsubscribed' && <Leave visit={visit} />}
    </Layout>
  );
}

/** The address says what was done, but anybody can write an address: it is repeated only where it is so. */
function WhatWasDone({ visit, consent: { suppression, changedAt } }: { visit: Visit; consent: Consent }) {
  const done = visit.query.get('done');
  if (done === 'saved' && changedAt) return <Done>Saved. It counts from the next mail on.</Done>;
  if (done === 'resubscribed' && changedAt && !suppression)
    return <Done>Welcome back: you get mail from us again.</Done>;
  return null;
}

/** That no mail comes at all, whatever is chosen below. */
function Standing({ visit, consent: { suppression } }: { visit: Visit; consent: Consent }) {
  if (!suppression) return null;
  const byThemselves = suppression.because === 'unsubscribed';
  return (
    <section class="standing" aria-label="No mail at present">
      <p>
        <strong>{whyNoMail[suppression.because]}</strong> What you choose below counts only once you get mail again.
        {!byThemselves && ' If you want it, please ask the person at HELiiX you work with.'}
      </p>
      {byThemselves && (
        <form method="post" action={visit.path}>
          <button type="submit" name="do" value="resubscribe">
            Send me mail again
          </button>
        </form>
      )}
    </section>
  );
}

const Leave = ({ visit }: { visit: Visit }) => (
  <section aria-labelledby="leave">
    <h2 id="leave">No mail at all</h2>
    <p>You get nothing more from us, and keep what you chose above should you come back.</p>
    <form method="post" action={visit.path}>
      <button type="submit" class="plain" name="do" value="unsubscribe">
        Unsubscribe from all mail
      </button>
    </form>
  </section>
);
