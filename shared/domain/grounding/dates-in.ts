import type { Claim } from './claim.ts';

const part = '[\\p{L}\\p{M}\\p{N}]';
const weekdays = 'mon|tues|wednes|thurs|fri|satur|sun';
const months = [
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec',
  'januar|februar|m\u00e4rz|mai|juni|juli|oktober|dezember',
  'janvier|f\u00e9vrier|avril|juin|juillet|ao\u00fbt|septembre|octobre|novembre|d\u00e9cembre',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
].join('|');

const day = '\\d{1,2}(?:st|nd|rd|th)?';
const date = new RegExp(
  [
    `(?<!${part}|\\d[.,])(?:(?:early|mid|late)[ -])?(?:(?:the )?${day}(?: of)? )?(?<month>${months})(?!${part})`,
    `(?:\\.? (?:the )?${day}(?!${part}|[:.,]\\d))?(?:,?[ \\n]\\d{4}(?!${part}))?`,
  ].join(''),
  'giu',
);
const foreignDays =
  'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi\u00e9rcoles|jueves|viernes|s\u00e1bado|domingo';
const dayName = new RegExp(
  `(?<!${part})(?:(?:${weekdays})days?|${foreignDays}|noon|midnight|midday|gestern|heute|morgen|hier soir|ayer|ma\u00f1ana)(?!${part})`,
  'giu',
);

/** Every date, month, weekday and named hour, as far as the words of one date reach: "21 January 2026" is one claim. */
export function datesIn(text: string): Claim[] {
  const dates = [...text.matchAll(date)].filter((match) => !isVerb(match, text));
  return [...dates, ...text.matchAll(dayName)].map(({ 0: words, index }) => ({
    what: 'date',
    why: 'no fact is shown as this date',
    start: index,
    end: index + words.length,
  }));
}

/** "You may", "teams march", "to mar": words in lower case, or "May we" at the start of a sentence. */
function isVerb({ 0: words, index, groups }: RegExpExecArray, text: string): boolean {
  if (/\d/.test(words) || !/^(?:may|march|mar)$/i.test(groups?.month ?? '')) return false;
  const asks = /^May$/.test(words) && /^ (?:we|I|you|the|your|our|this|it)\b/.test(text.slice(index + words.length));
  return /^m/.test(words) || asks;
}
