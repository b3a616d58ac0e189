import type { MessageKind } from '#shared/domain/mail/message-kind.ts';
import type { NumberStyle, Preferences, Suppression } from '#shared/domain/mail/preferences.ts';

/** What a person gets with each kind of mail. */
export const kindNotes: Readonly<Record<MessageKind, string>> = {
  'monthly-review': 'What the month was worth to your office, one recommendation, and a proposed meeting.',
  'usage-report': 'How much your office used the products in a month, and for what.',
  recommendation: 'One thing worth doing, taken from your own figures.',
  milestone: 'A note when your office has reached something worth a moment.',
  welcome: 'What happens next, when you or your office are new to us.',
  'onboarding-step': 'The next step of your introduction, when it is due.',
  'training-invitation': 'Courses for your role, in its off-season.',
  'survey-request': 'One question about our work, now and then.',
  'issue-update': 'Where a ticket of your office stands.',
  'meeting-notice': 'Word that a meeting you were invited to has another time, or was canceled.',
  'renewal-letter': 'What the agreement returned, and the dates of its renewal.',
};

export const frequencies: Readonly<Record<Preferences['frequency'], string>> = {
  usual:
    'As it comes: at most one mail a week and four a month, apart from word of a critical issue or of a meeting that changes at short notice',
  monthly:
    'Rarely: at most one mail in four weeks, apart from word of a critical issue or of a meeting that changes at short notice',
};

export const timesOfDay: Readonly<Record<Preferences['timeOfDay'], string>> = {
  morning: 'In the morning',
  midday: 'Around midday',
  afternoon: 'In the afternoon',
};

export const notations: Readonly<Record<NumberStyle, string>> = {
  'en-US': 'United States',
  'en-GB': 'United Kingdom',
  'de-DE': 'Germany',
  'fr-FR': 'France',
  'es-ES': 'Spain',
};

/** Why somebody gets no mail, to that person. */
export const whyNoMail: Readonly<Record<Suppression['because'], string>> = {
  unsubscribed: 'You unsubscribed from all mail.',
  complaint: 'One of our mails was reported as unwanted, so we stopped all mail to you.',
  erased: 'You asked us to erase what we knew of you, so we do not write to you.',
  'hard-bounce': 'Mail to your address came back, so we stopped sending it.',
  operator: 'We have stopped all mail to you.',
};
