import * as z from 'zod';
import { ClientId, ContactId, ForeignId } from '../values/ids.ts';
import { addDays, IsoDate } from '../values/iso-date.ts';

const person = { clientId: ClientId, contactId: ContactId };

/**
 * What a link in a mail lets the one who follows it do, without signing in, for one person at a client. It names nobody:
 * names and addresses live on the contact alone. A link to a survey serves for `lastDay`, that day included.
 */
export const RecipientToken = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('preferences'), ...person }),
  z.object({ purpose: z.literal('unsubscribe'), ...person }),
  z.object({ purpose: z.literal('survey'), ...person, surveyId: ForeignId, lastDay: IsoDate }),
]);
export type RecipientToken = z.infer<typeof RecipientToken>;
export type Purpose = RecipientToken['purpose'];
export type TokenFor<P extends Purpose> = Extract<RecipientToken, { purpose: P }>;

/** Answers are taken for this many days, fewer than the inbox remembers that one was given (`shared/store/delivery.ts`). */
const surveyDays = 30;

/** The last day on which a survey sent that day may be answered. */
export const lastDayOfSurvey = (askedOn: IsoDate): IsoDate => addDays(askedOn, surveyDays);

/** The token as one line, before it is sealed. No id can hold a `#`. */
export const tokenText = (token: RecipientToken): string =>
  [
    token.purpose,
    token.clientId,
    token.contactId,
    ...(token.purpose === 'survey' ? [token.surveyId, token.lastDay] : []),
  ].join('#');

/** Reads what `tokenText` wrote; undefined for anything else. */
export function tokenFrom(text: string): RecipientToken | undefined {
  const [purpose, clientId, contactId, surveyId, lastDay, ...surplus] = text.split('#');
  const given = { purpose, clientId, contactId, ...(surveyId === undefined ? {} : { surveyId, lastDay }) };
  const token = RecipientToken.safeParse(given);
  return surplus.length === 0 && token.success && tokenText(token.data) === text ? token.data : undefined;
}
