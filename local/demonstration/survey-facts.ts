import type { Fact } from '#shared/domain/facts/fact.ts';
import { valueOn } from './curve.ts';
import { contactIdOf } from './portfolio.ts';
import { pick, scatter } from './random.ts';
import { type BusinessDay, chance, dayOf, tell } from './told-fact.ts';

/** Every contact is asked once a month; about a third answers, on a working day between the 5th and the 26th. */
export function surveyFacts(day: BusinessDay): Fact[] {
  const month = day.date.slice(0, 7);
  return day.story.contacts.flatMap(({ role }) => {
    const random = chance({ ...day, date: `${month}-01` as typeof day.date }, 'survey', role);
    const answers = random() < answerRate;
    const answeredOn = `${month}-${String(5 + Math.floor(random() * 22)).padStart(2, '0')}`;
    if (!answers || answeredOn !== day.date) return [];
    const felt = valueOn(day.business.satisfaction, dayOf(day)) + scatter(random, 0.5);
    const score = Math.round(Math.min(10, Math.max(1, felt)));
    const answer = { surveyId: `pulse-${month}`, respondent: contactIdOf(role), score, ...comment(score, random) };
    return [tell(day, 'survey.answered', role, answer)];
  });
}

const answerRate = 0.36;

/** Two of three write something. */
function comment(score: number, random: () => number): { comment?: string } {
  const written = pick(random, score >= 9 ? delighted : score >= 7 ? content : unhappy, '');
  return written === '' ? {} : { comment: written };
}

const delighted = [
  ['The travel savings are in our board report again.', 1],
  ['Fewer late changes than in any season before.', 1],
  ['Everything an office of our size needs, in one place.', 1],
  ['', 1.5],
] as const;
const content = [
  ['Does the job. We would like to see the savings for each sport.', 1],
  ['Works well once one knows where things are.', 1],
  ['Good support, the reports take some time to read.', 1],
  ['', 1.5],
] as const;
const unhappy = [
  ['Nobody here is trained well enough to rebuild a schedule.', 1],
  ['The data we enter does not arrive in our other systems.', 1],
  ['We went back to spreadsheets for part of the work.', 1],
  ['', 1.5],
] as const;
