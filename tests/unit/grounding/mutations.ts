import fc from 'fast-check';
import type { FactSheet, GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import { show } from '#shared/domain/grounding/show.ts';
import type { NumberStyle } from '#shared/domain/mail/preferences.ts';
import { conferences, features } from './sheets.ts';

/** One way to say a fact wrongly; undefined where it does not apply. `pick` chooses among the possibilities. */
type Mutation = (shown: string, fact: GroundedFact, pick: <T>(of: readonly T[]) => T) => string | undefined;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const lookalikes: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  c: 'с',
  i: 'і',
  B: 'В',
  S: 'Ѕ',
  A: 'А',
  M: 'М',
  C: 'С',
  P: 'Р',
  T: 'Т',
};

const figures = new Set(['count', 'hours', 'money', 'share', 'mark', 'ratio']);
const placesOf = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(({ index }) => index);
const put = (text: string, at: number, instead: string, length = 1) =>
  text.slice(0, at) + instead + text.slice(at + length);

const mutations: Readonly<Record<string, Mutation>> = {
  'one digit changed': (shown, _, pick) => {
    const places = placesOf(/\d/g, shown);
    if (places.length === 0) return undefined;
    const at = pick(places);
    return put(shown, at, pick([...'0123456789'].filter((digit) => digit !== shown[at])));
  },
  'two digits swapped': (shown, _, pick) => {
    const places = placesOf(/(?=(\d)(?!\1)\d)/g, shown);
    if (places.length === 0) return undefined;
    const at = pick(places);
    return put(shown, at, `${shown[at + 1]}${shown[at]}`, 2);
  },
  'a digit added': (shown, _, pick) => {
    const places = placesOf(/\d/g, shown);
    return places.length === 0 ? undefined : put(shown, pick(places), pick([...'123456789']), 0);
  },
  'another magnitude': (shown, { kind }, pick) => {
    if (!figures.has(kind)) return undefined;
    if (/[mb]illion/.test(shown))
      return shown.replace(/[mb]illion/, (word) => (word === 'million' ? pick(['billion', 'thousand']) : 'million'));
    return shown.replace(
      /\d(?!.*\d)/,
      (last) => `${last}${pick([' million', 'k', '0', '+', ' thousand', ' hundred', 'M'])}`,
    );
  },
  'another unit': (shown, { kind }, pick) => {
    if (kind === 'money') return pick([`${shown.slice(1)} hours`, `€${shown.slice(1)}`, `${shown.slice(1)}%`]);
    if (kind === 'hours') return shown.replace(/ hours?/, pick([' days', '%', ' minutes', ' percent']));
    if (kind === 'share')
      return shown.replace(/ ?%/, pick([' hours', ' times', ' dollars', ' percentage points', '‰']));
    if (kind === 'ratio') return shown.replace(' times', pick(['%', ' hours', 'x']));
    if (kind === 'mark') return shown.replace(/ of .*/, pick([' of 100', ' of 5', '%']));
    return kind === 'count'
      ? pick([`${shown}%`, `${shown} hours`, `$${shown}`, `${shown} percent`, `${shown} times`, `${shown}h`])
      : undefined;
  },
  'the other sign': (shown, { kind }) => (kind === 'share' && !shown.startsWith('-') ? `-${shown}` : undefined),
  'in words': (_, { kind }, pick) =>
    figures.has(kind)
      ? pick(['a dozen', 'twelve hundred', 'two thirds', 'half', 'twenty-three', 'one million'])
      : undefined,
  'letters for digits': (shown, _, pick) => {
    const places = placesOf(/[0157]/g, shown);
    if (places.length === 0) return undefined;
    const at = pick(places);
    return put(shown, at, { '0': 'O', '1': 'l', '5': 'S', '7': '٧' }[shown[at] ?? ''] ?? 'O');
  },
  'another month': (shown, _, pick) =>
    shown.replace(new RegExp(months.join('|')), (word) => pick(months.filter((month) => month !== word))),
  'another weekday': (shown, _, pick) =>
    shown.replace(new RegExp(weekdays.join('|')), (word) => pick(weekdays.filter((day) => day !== word))),
  'another order of the date': (shown, { kind }) =>
    kind === 'date'
      ? shown
          .replace(/^(\w+) (\d+), /, '$2 $1 ')
          .replace(/^(\d+) (\w+) (?=\d{4}$)(?<!, )/, (whole, day, month) =>
            shown.includes(',') ? whole : `${month} ${day}, `,
          )
      : undefined,
  'another zone': (shown, { kind }) =>
    kind === 'moment' ? shown.replace(/\S+$/, (zone) => (zone === 'EST' ? 'PST' : 'EST')) : undefined,
  'another client': (shown, { id }, pick) =>
    id === 'client.name' ? pick(conferences.filter((other) => other !== shown)) : undefined,
  'another client in lower case': (shown, { id }, pick) =>
    id === 'client.name'
      ? pick(conferences.filter((other) => other !== shown))
          .toLowerCase()
          .replace(' ', pick([' ', '-', '']))
      : undefined,
  'another feature': (shown, { id }, pick) =>
    /^feature\.\w+$/.test(id) ? pick(features.filter((other) => other !== shown)) : undefined,
  'a letter of another script': (shown, { kind }, pick) => {
    const places = placesOf(/[aeociBSAMCPT]/g, shown);
    if (kind !== 'name' || places.length === 0) return undefined;
    const at = pick(places);
    return put(shown, at, lookalikes[shown[at] ?? ''] ?? '');
  },
  'another address': (_, { kind }, pick) =>
    kind === 'link'
      ? pick([
          'https://csm.heliix.example.evil.example/c',
          'www.heliix.example',
          'csm-heliix.example/c/1',
          'success@heliix.example',
          'http://csm.heliix.example/',
        ])
      : undefined,
};

/** A fact said wrongly on purpose; undefined when nothing wrong came of it. */
export function mutate(
  fact: GroundedFact,
  sheet: FactSheet,
  style: NumberStyle,
  by: string,
  random: number,
): string | undefined {
  let state = random;
  const pick = <T>(of: readonly T[]): T => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return of[state % of.length] as T;
  };
  const mutated = mutations[by]?.(show(fact, style), fact, pick);
  if (mutated === undefined) return undefined;
  const known = shownBy(sheet, style);
  // "Fell by 46%" says the fact -46%.
  const isTrue =
    known.has(mutated) || known.has(`-${mutated}`) || mutated.split(' of ').every((part) => known.has(part));
  return isTrue ? undefined : mutated;
}

/** All that is true in a style, for what is wrong of one fact may be right of another. */
function shownBy(sheet: FactSheet, style: NumberStyle): ReadonlySet<string> {
  const ofSheet = known.get(sheet) ?? new Map<NumberStyle, ReadonlySet<string>>();
  const texts = ofSheet.get(style) ?? new Set([...sheet.values()].map((fact) => show(fact, style)));
  known.set(sheet, ofSheet.set(style, texts));
  return texts;
}
const known = new WeakMap<FactSheet, Map<NumberStyle, ReadonlySet<string>>>();

export const anyMutation = fc.constantFrom(...Object.keys(mutations));
