import type { NumberStyle } from '../mail/preferences.ts';
import type { GroundedFact } from './grounded-fact.ts';

/**
 * What a fact says to a reader, the one place where values become words. Digits follow the style, words stay English.
 *   money   "$950.50", whole dollars from $1,000, three figures from a million: "$1.23 million"
 *   share   "23%"; under ten per cent with one decimal if it has one, "4.2%"; a fall is "-4.2%"
 *   count   "1,204"; below ten with one decimal if it has one, "3.4"; from a million as money is
 *   hours   a count with its unit, "1,204 hours"     mark "9.4 of 10"     ratio "1.4 times"
 *   date    "January 21, 2026" in en-US, else "21 January 2026"           month "January 2026"
 *   moment  "Wednesday, January 21, 2026 at 10:00 AM CST" in the fact's zone; 24 hours outside en-US
 * Spaces are plain ones whatever the ICU version. What is shown differs from the value by half its last digit at most.
 */
export function show(fact: GroundedFact, style: NumberStyle): string {
  switch (fact.kind) {
    case 'count':
      return sayNumber(fact.value, style);
    case 'hours': {
      const hours = sayNumber(fact.value, style);
      return `${hours} ${hours === '1' ? 'hour' : 'hours'}`;
    }
    case 'money':
      return `$${sayDollars(fact.cents / 100, style)}`;
    case 'share':
      return say(fact.value, Math.abs(fact.value) < 0.0995 ? tenthsOfPercent : percent, style);
    case 'mark':
      return `${say(fact.value, tenths, style)} of ${say(fact.of, tenths, style)}`;
    case 'ratio':
      return `${say(fact.value, fact.value < 9.95 ? oneTenth : whole, style)} times`;
    case 'date':
      return sayDay(new Date(fact.date), style);
    case 'month':
      return sayTime(new Date(fact.month), monthAndYear, 'en-US');
    case 'moment':
      return sayMoment(new Date(fact.at), fact.zone, style);
    case 'name':
    case 'phrase':
    case 'link':
      return fact.text;
  }
}

function sayNumber(value: number, style: NumberStyle): string {
  if (Math.abs(value) >= 999_999.5) return sayMillions(value, style);
  return say(value, Math.abs(value) < 9.95 ? tenths : whole, style);
}

function sayDollars(amount: number, style: NumberStyle): string {
  if (amount >= 999_999.5) return sayMillions(amount, style);
  return say(amount, amount >= 1000 || Number.isInteger(amount) ? whole : cents, style);
}

function sayMillions(value: number, style: NumberStyle): string {
  const [unit, word] = Math.abs(value) >= 999_500_000 ? [1e9, 'billion'] : [1e6, 'million'];
  return `${say(value / unit, threeFigures, style)} ${word}`;
}

const sayDay = (at: Date, style: NumberStyle, zone?: string) => sayTime(at, dayMonthYear, localeOf(style), zone);
const localeOf = (style: NumberStyle) => (style === 'en-US' ? 'en-US' : 'en-GB');

function sayMoment(at: Date, zone: string, style: NumberStyle): string {
  const clock = sayTime(at, style === 'en-US' ? twelveHours : allHours, localeOf(style), zone);
  const named = timeFormat('en-US', zoneName, zone).formatToParts(at);
  // "CST"; where Americans have no abbreviation, "GMT+1".
  const abbreviation = named.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  return `${sayTime(at, weekday, 'en-US', zone)}, ${sayDay(at, style, zone)} at ${clock} ${abbreviation}`;
}

// No sign where nothing is left of a small negative: "0%", not "-0%".
const signed = { signDisplay: 'negative' } as const;
const whole = { ...signed, maximumFractionDigits: 0 };
const tenths = { ...signed, maximumFractionDigits: 1 };
const oneTenth = { ...signed, minimumFractionDigits: 1, maximumFractionDigits: 1 };
const cents = { ...signed, minimumFractionDigits: 2, maximumFractionDigits: 2 };
const percent = { ...whole, style: 'percent' } as const;
const tenthsOfPercent = { ...tenths, style: 'percent' } as const;
const threeFigures = { ...signed, maximumSignificantDigits: 3 };

const monthAndYear = { month: 'long', year: 'numeric' } as const;
const dayMonthYear = { day: 'numeric', ...monthAndYear } as const;
const weekday = { weekday: 'long' } as const;
const twelveHours = { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' } as const;
const allHours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const zoneName = { hour: 'numeric', timeZoneName: 'short' } as const;

const say = (value: number, options: Intl.NumberFormatOptions, style: NumberStyle): string =>
  plainSpaces(kept(numberFormats, options, style, () => new Intl.NumberFormat(style, options)).format(value));

const sayTime = (at: Date, options: Intl.DateTimeFormatOptions, locale: string, zone = 'UTC'): string =>
  plainSpaces(timeFormat(locale, options, zone).format(at));

const timeFormat = (locale: string, options: Intl.DateTimeFormatOptions, timeZone: string) =>
  kept(timeFormats, options, `${locale} ${timeZone}`, () => new Intl.DateTimeFormat(locale, { timeZone, ...options }));

/** ICU versions differ in narrow and no-break spaces, and in the sign of a negative. */
const plainSpaces = (text: string) => text.replace(/\s/g, ' ').replace('\u2212', '-');

const numberFormats = new Map<object, Map<string, Intl.NumberFormat>>();
const timeFormats = new Map<object, Map<string, Intl.DateTimeFormat>>();

/** Making a format takes a hundred times longer than using it. */
function kept<F>(formats: Map<object, Map<string, F>>, options: object, place: string, make: () => F): F {
  const ofOptions = formats.get(options) ?? new Map<string, F>();
  const format = ofOptions.get(place) ?? make();
  formats.set(options, ofOptions.set(place, format));
  return format;
}
