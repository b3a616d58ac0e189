import { type LinksFor, type RecipientLinks, surveyLinks } from '#functions/recipient-pages/links.ts';
import { surveyFacts } from '#shared/domain/figures/occasion-facts.ts';
import { ForeignId } from '#shared/domain/values/ids.ts';
import type { IsoDate } from '#shared/domain/values/iso-date.ts';
import type { Links } from './write-mail.ts';

/** The links of one person: preferences, unsubscribing, and in a survey the answers. */
export const personalLinks = (to: LinksFor, today: IsoDate, { preferences, unsubscribe }: RecipientLinks): Links => ({
  preferences,
  unsubscribe: unsubscribe.page,
  factsFor: ({ kind, occasion }) =>
    kind === 'survey-request'
      ? surveyFacts(surveyLinks({ ...to, surveyId: ForeignId.parse(occasion), askedOn: today }))
      : [],
});
