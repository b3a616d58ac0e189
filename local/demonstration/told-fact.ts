import { type Fact, type FactType, parseFact } from '#shared/domain/facts/fact.ts';
import { daysBetween, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { randomFrom } from './random.ts';
import type { Business, Scenario, Story } from './story.ts';

/** One day of one client's story. */
export interface Day {
  readonly scenario: Scenario;
  readonly story: Story;
  readonly date: IsoDate;
}
/** The same, of a client that has bought something. */
export type BusinessDay = Day & { readonly business: Business };

/** The day of the story: 0 is the scenario's start, -30 a month before it. */
export const dayOf = ({ scenario, date }: Day): number => daysBetween(scenario.startedOn, date);

/** Chance, for one matter on this day and for nothing else. */
export const chance = ({ scenario, story, date }: Day, ...matter: readonly (string | number)[]): (() => number) =>
  randomFrom(scenario.seed, story.profile.clientId, date, ...matter);

/** A fact of this day, recorded during office hours (solutions after problems). `which` tells it from others of its type on the same day. */
export function tell(day: Day, type: FactType, which: string, detail: Readonly<Record<string, unknown>>): Fact {
  const { clientId } = day.story.profile;
  const minutes = Math.floor(chance(day, type, which, 'recorded')() * 5 * 60);
  const earliest = type === 'ticket.resolved' ? '19:00' : '14:00';
  const time = new Date(Date.parse(`${day.date}T${earliest}:00.000Z`) + minutes * 60_000);
  return parseFact({
    factId: ['demonstration', clientId, type, day.date, which].join(':'),
    type,
    recordedAt: time.toISOString(),
    detail: { clientId, date: day.date, ...detail },
  });
}
