import type { Consent } from '#shared/domain/mail/preferences.ts';
import { farewells, longestReason } from '#shared/store/consent.ts';
import { changeConsent, consentOf, optedOut, unsubscribed } from '../change-consent.ts';
import { control, Field } from '../components/fields.tsx';
import { Layout } from '../components/layout.tsx';
import { wordsIn } from '../read-form.ts';
import { pageResponse, seeOther, textResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';
import { whyNoMail } from '../words.ts';

/** Asks first: opening the page unsubscribes nobody. */
export async function unsubscribePage(visit: Visit): Promise<Response> {
  const consent = await consentOf(visit);
  return pageResponse(optedOut(consent) ? <Goodbye visit={visit} consent={consent} /> : <Question visit={visit} />);
}

/**
 * Unsubscribes from all mail, once and for all posts that follow. Whatever else is posted, the person wants to leave:
 * nothing about a reason can stand in the way, so one that is too long is cut.
 */
export async function takeUnsubscription(visit: Visit, form: URLSearchParams): Promise<Response> {
  const { now: at, token } = visit;
  const { clientId, contactId } = token;
  const reason = wordsIn(form, 'reason').slice(0, longestReason).toWellFormed();
  const also = reason === '' ? [] : [farewells.record({ clientId, contactId, at, reason })];
  await changeConsent(visit, unsubscribed(visit), also);
  return form.has('fromPage') ? seeOther(visit.path) : textResponse('You are unsubscribed.');
}

const Question = ({ visit }: { visit: Visit }) => (
  <Layout title="Unsubscribe" client={visit.client}>
    <h1>Unsubscribe from all mail?</h1>
    <p>
      You would get no more mail from us about {visit.client.name}: no reviews, reports, invitations or updates. Other
      people at your office would still get theirs.
    </p>
    <form method="post" action={visit.path}>
      <input type="hidden" name="fromPage" value="yes" />
      <Field
        name="reason"
        problem={undefined}
        label="Why? (optional)"
        hint="We read it, and learn from it. It changes nothing about your unsubscribing."
      >
        <textarea
          {...control({ name: 'reason', problem: undefined, hinted: true })}
          rows={3}
          maxlength={longestReason}
        />
      </Field>
      <p class="actions">
        <button type="submit">Unsubscribe from all mail</button>
        <a href={visit.pathTo('preferences')}>Choose what you get instead</a>
      </p>
    </form>
  </Layout>
);

const Goodbye = ({ visit, consent }: { visit: Visit; consent: Consent }) => (
  <Layout title="You are unsubscribed" client={visit.client}>
    <h1>You are unsubscribed</h1>
    <p>
      You get no more mail from us. One that was already on its way may still arrive.
      {consent.suppression?.because === 'complaint' && ` ${whyNoMail.complaint}`}
    </p>
    {consent.suppression?.because === 'unsubscribed' && (
      <form method="post" action={visit.pathTo('preferences')}>
        <p class="actions">
          <button type="submit" class="plain" name="do" value="resubscribe">
            That was a mistake: send me mail again
          </button>
        </p>
      </form>
    )}
  </Layout>
);
