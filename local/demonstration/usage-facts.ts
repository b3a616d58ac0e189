import type { Product } from '#shared/domain/clients/client.ts';
import type { Fact } from '#shared/domain/facts/fact.ts';
import type { Feature } from '#shared/domain/facts/usage.ts';
import { valueOn } from './curve.ts';
import { scatter, wobble } from './random.ts';
import { seasonOn, workOn } from './season.ts';
import { type BusinessDay, chance, dayOf, tell } from './told-fact.ts';

/** What each product the client bought counted on one day; on Mondays also the figures an office measures by the week. */
export function usageFacts(day: BusinessDay): Fact[] {
  const monday = new Date(`${day.date}T12:00:00Z`).getUTCDay() === 1;
  return products
    .filter((product) => day.story.profile.services.includes(product))
    .map((product) => {
      const metrics = { ...counted[product](workload(day, product)), ...(monday ? measuredWeekly(day, product) : {}) };
      return tell(day, 'usage.reported', product, { product, metrics });
    });
}

const products: readonly Product[] = ['flextime', 'heliix'];

interface Workload {
  readonly day: BusinessDay;
  readonly random: () => number;
  /** Work done, 1 being an average working day of this office. */
  readonly work: number;
  /** Active people, a share of the seats. The season moves it less than the work: the same people do more. */
  readonly people: number;
}

function workload(day: BusinessDay, product: Product): Workload {
  const random = chance(day, 'usage', product);
  const usage = valueOn(day.business.usage, dayOf(day));
  const season = seasonOn(product, day.date);
  const people = 0.52 * usage ** 0.8 * season ** 0.75 * workOn(day.date) * wobble(random, 0.05);
  return {
    day,
    random,
    work: usage * season * workOn(day.date) * wobble(random, 0.12),
    people: Math.min(0.97, people),
  };
}

const counted: Record<Product, (workload: Workload) => Record<string, number>> = {
  flextime: ({ day, random, work, people }) => ({
    dailyActiveUsers: Math.round(people * day.story.profile.staffSeats),
    schedulingSessions: Math.round(1.9 * work * day.story.profile.staffSeats),
    optimizationRuns: Math.round(1.2 * work * day.story.profile.memberSchools * wobble(random, 0.15)),
    travelSavingsCents: Math.round(day.business.dailySavingsDollars * 100 * work * wobble(random, 0.2)),
  }),
  heliix: ({ day, random, work, people }) => ({
    dailyActiveUsers: Math.round(0.6 * people * day.story.profile.staffSeats),
    tasksAutomated: Math.round(3.2 * work * day.story.profile.staffSeats),
    policyUpdates: Math.round(0.08 * work * day.story.profile.memberSchools + random()),
    complianceReports: Math.round(0.3 * work * day.story.profile.memberSchools + random()),
    hoursSaved: Math.round(6 * work * day.story.profile.staffSeats * wobble(random, 0.1)) / 10,
  }),
};

function measuredWeekly(day: BusinessDay, product: Product) {
  const { adoption, staffEfficiencyGain, errorReduction } = day.business;
  const random = chance(day, 'weekly', product);
  const share = (value: number) => Math.round(Math.min(1, Math.max(0, value + scatter(random, 0.012))) * 1000) / 1000;
  const adopted = popularity[product].map(([feature, more]) => [feature, share(valueOn(adoption, dayOf(day)) + more)]);
  return {
    staffEfficiencyGain: share(valueOn(staffEfficiencyGain, dayOf(day))),
    errorReduction: share(valueOn(errorReduction, dayOf(day))),
    featureAdoption: Object.fromEntries(adopted),
  };
}

/** The features of each product, and how much more (or less) they are used than one of middling popularity. */
const popularity: Record<Product, readonly (readonly [Feature, number])[]> = {
  flextime: [
    ['scheduling', 0.03],
    ['travel', 0.01],
    ['analytics', -0.03],
    ['collaboration', -0.01],
  ],
  heliix: [
    ['compliance', 0.02],
    ['policy', 0],
  ],
};
