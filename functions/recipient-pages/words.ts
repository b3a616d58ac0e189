import type { NumberStyle, Preferences, Suppression } from '#shared/domain/mail/preferences.ts';

export const frequencies: Readonly<Record<Preferences['frequency'], string>> = {
  usual: 'As it comes: at most one mail a week and four a month, and word of a critical issue at once',
  monthly: 'Rarely: at most one mail in four weeks, and word of a critical issue at once',
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
