import type { Fact } from '#shared/domain/facts/fact.ts';
import type { LeadershipChange } from '#shared/domain/facts/leadership.ts';
import { addDays, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { stories } from './stories.ts';
import type { Scenario } from './story.ts';
import { chance, type Day, dayOf, tell } from './told-fact.ts';

/** The changes of the story, and the turnover of athletic directors that every conference lives with. */
export function leadershipFacts(day: Day): Fact[] {
  return [...storyOf(day), ...athleticDirectors(day)];
}

/** Who came into office before a day, which is known however long ago it was. */
export const leadersBefore = (scenario: Scenario, date: IsoDate): Fact[] =>
  stories
    .flatMap((story) =>
      story.leadership.map((event) => ({ story, scenario, date: addDays(scenario.startedOn, event.day) })),
    )
    .filter((day) => day.date < date)
    .flatMap(storyOf);

const storyOf = (day: Day): Fact[] =>
  day.story.leadership
    .filter((event) => event.day === dayOf(day))
    .map(({ role, change }) => tell(day, 'leadership.changed', `${role}-${change}`, { role, change }));

/** 12.5 % of athletic directors leave in a year (source: domain-facts.md); a successor starts after some weeks. */
function athleticDirectors(day: Day): Fact[] {
  const changed = (school: number | undefined, change: LeadershipChange['change']) => {
    if (school === undefined) return [];
    const detail = { role: 'athletic-director', change, school: `member school ${school}` };
    return [tell(day, 'leadership.changed', `member-school-${school}-${change}`, detail)];
  };
  const appointed = departureFrom({ ...day, date: addDays(day.date, -vacantDays) });
  return [...changed(departureFrom(day), 'departed'), ...changed(appointed, 'appointed')];
}

const vacantDays = 40;

/** The school whose athletic director leaves on this day, by number. */
function departureFrom(day: Day): number | undefined {
  const random = chance(day, 'athletic-director');
  const { memberSchools } = day.story.profile;
  return random() < (0.125 / 365) * memberSchools ? 1 + Math.floor(random() * memberSchools) : undefined;
}
