import { lastDayOfSurvey, type RecipientToken } from '#shared/domain/mail/recipient-token.ts';
import type { ClientId, ContactId, ForeignId } from '#shared/domain/values/ids.ts';
import type { IsoDate } from '#shared/domain/values/iso-date.ts';
import { sealToken } from './token.ts';

export interface LinksFor {
  /** Where the recipient pages are served, without a trailing slash. */
  readonly baseUrl: string;
  /** The newest active one of `recipientSecret`. */
  readonly secret: string;
  readonly clientId: ClientId;
  readonly contactId: ContactId;
}

export interface RecipientLinks {
  readonly preferences: string;
  /** What a mail needs: a mail programme posts to `oneClick` (RFC 8058), a person opens `page`, which asks first. */
  readonly unsubscribe: { readonly oneClick: string; readonly page: string };
}

/** The links in every mail to one person. The same person always gets the same ones, until the secret changes. */
export function recipientLinks(to: LinksFor): RecipientLinks {
  const { clientId, contactId } = to;
  const unsubscribe = link(to, { purpose: 'unsubscribe', clientId, contactId });
  return {
    preferences: link(to, { purpose: 'preferences', clientId, contactId }),
    unsubscribe: { oneClick: unsubscribe, page: unsubscribe },
  };
}

/** The links that answer one survey, from 1 to 10. They open a page with that answer chosen; following them records nothing. */
export function surveyLinks(to: LinksFor & { readonly surveyId: ForeignId; readonly askedOn: IsoDate }): string[] {
  const { clientId, contactId, surveyId, askedOn } = to;
  const page = link(to, { purpose: 'survey', clientId, contactId, surveyId, lastDay: lastDayOfSurvey(askedOn) });
  return Array.from({ length: 10 }, (_, i) => `${page}?score=${i + 1}`);
}

/** The path of the page a token opens. */
export const pathOf = (token: RecipientToken, secret: string): string =>
  `/mail/${token.purpose}/${sealToken(token, secret)}`;

const link = ({ baseUrl, secret }: LinksFor, token: RecipientToken) => `${baseUrl}${pathOf(token, secret)}`;
