import type { Client, ClientType, Product } from '../clients/client.ts';

/** What an office of this kind does in a calendar month, and how much of a product it then uses. */
export interface MonthExpectation {
  /** Times a usual month: 1.6 means 60 % more use than the client's own average. */
  readonly times: number;
  /** How far apart such offices lie, as a standard deviation of the logarithm: 0.35 is about a third up or down. */
  readonly spread: number;
  /** What keeps the office busy, or does not. */
  readonly because: string;
}

/** January first. */
type Calendar = readonly MonthExpectation[];

/** What the sporting year leads us to expect of a client, month by month, before we have seen a year of its own. */
export const calendarOf = (client: Pick<Client, 'type'>, product: Product): Calendar => calendars[client.type][product];

const month = (times: number, spread: number, because: string): MonthExpectation => ({ times, spread, because });

/**
 * College conferences. Source: domain-facts.md, "A client's year", whose words became numbers: peak 1.6, high 1.4,
 * falling 1.1, rising 1.05, medium 0.85 to 0.9, low-mid 0.85, low 0.75. July and June are spread wide: an office that
 * schedules basketball with Flextime is busy, one that only schedules football is quiet (mission.md: "a quiet July is
 * not a risk; the same quiet in January is").
 */
const conferenceFlextime: Calendar = [
  month(1.6, 0.2, 'football schedules are released, the peak of scheduling'),
  month(1.1, 0.2, 'scheduling falls off, budgets are drafted'),
  month(0.75, 0.2, 'basketball tournaments, little scheduling'),
  month(0.85, 0.2, 'spring sports'),
  month(0.85, 0.2, 'spring championships and meetings'),
  month(1.05, 0.3, 'basketball scheduling begins'),
  month(0.75, 0.35, 'the new fiscal year and media days, often a lull in scheduling'),
  month(0.85, 0.25, 'the autumn season starts'),
  month(0.75, 0.2, 'autumn sports, little scheduling'),
  month(0.75, 0.2, 'autumn sports, little scheduling'),
  month(0.75, 0.2, 'autumn championships, little scheduling'),
  month(1.4, 0.25, 'football schedules are finalised, then the holidays'),
];

/** Compliance peaks in July and August (domain-facts.md, marked as to be checked: hence spread wide). */
const conferenceHeliix: Calendar = [
  month(0.95, 0.25, 'office routine'),
  month(0.95, 0.2, 'office routine'),
  month(0.9, 0.2, 'basketball tournaments'),
  month(0.95, 0.2, 'office routine'),
  month(0.95, 0.2, 'spring championships and meetings'),
  month(1, 0.25, 'the fiscal year ends'),
  month(1.25, 0.3, 'new members and eligibility, the peak of compliance'),
  month(1.25, 0.3, 'eligibility for the autumn, the peak of compliance'),
  month(1.05, 0.2, 'autumn sports'),
  month(0.95, 0.2, 'autumn sports'),
  month(0.9, 0.2, 'championships and Thanksgiving'),
  month(0.85, 0.25, 'the holidays'),
];

/** We do not know the year of these clients yet, so nothing is expected and much is allowed. */
const unknown: Calendar = Array.from({ length: 12 }, () => month(1, 0.25, 'no calendar is known for such a client'));

const conference = { flextime: conferenceFlextime, heliix: conferenceHeliix };
const notKnown = { flextime: unknown, heliix: unknown };

const calendars: Readonly<Record<ClientType, Readonly<Record<Product, Calendar>>>> = {
  'power-conference': conference,
  'mid-major-conference': conference,
  'governing-body': notKnown,
  'professional-league': notKnown,
  'international-body': notKnown,
};
