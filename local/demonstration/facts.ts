import type { Fact } from '#shared/domain/facts/fact.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { addDays, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { billingFacts } from './billing-facts.ts';
import { leadershipFacts } from './leadership-facts.ts';
import { stories } from './stories.ts';
import type { Scenario, Story } from './story.ts';
import { surveyFacts } from './survey-facts.ts';
import { ticketFacts } from './ticket-facts.ts';
import { usageFacts } from './usage-facts.ts';

/** What is recorded of a simulated client on one day: the same whenever it is asked. Nothing for a client it does not know. */
export function factsOn(scenario: Scenario, clientId: ClientId, date: IsoDate): Fact[] {
  const story = stories.find(({ profile }) => profile.clientId === clientId);
  return story ? tellDay(scenario, story, date) : [];
}

/** What is recorded of all simulated clients between two days, both included, day by day. */
export function* factsBetween(scenario: Scenario, from: IsoDate, to: IsoDate): Generator<Fact> {
  for (let date = from; date <= to; date = addDays(date, 1))
    for (const story of stories) yield* tellDay(scenario, story, date);
}

function tellDay(scenario: Scenario, story: Story, date: IsoDate): Fact[] {
  const day = { scenario, story, date };
  if (!story.business) return leadershipFacts(day);
  const businessDay = { ...day, business: story.business };
  return [
    ...usageFacts(businessDay),
    ...surveyFacts(businessDay),
    ...leadershipFacts(day),
    ...billingFacts(businessDay),
    ...ticketFacts(businessDay),
  ];
}
