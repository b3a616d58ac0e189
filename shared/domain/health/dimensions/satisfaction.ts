import { type LearnedSeasons, seasonOf } from '../../prediction/live/learned-seasons.ts';
import { daysBetween, type IsoDate, monthNumber, monthOf } from '../../values/iso-date.ts';
import { along } from '../curve.ts';
import type { Dossier } from '../dossier.ts';
import { satisfactionRule } from '../model.ts';
import { type Measurement, type Reading, readSignals } from '../reading.ts';
import { ewma } from '../statistics.ts';
import { sayCount, sayDate, sayNumber } from '../wording.ts';
import { measureTickets } from './tickets.ts';

/**
 * What people say, and what they wait for: survey answers, and tickets still open, since only a third answers surveys.
 * The season of opinion is taken out as far as all clients together have shown one: a single client's two Julys teach
 * nothing (health-model.md, kappa 6).
 */
export const readSatisfaction = (dossier: Dossier, learned?: LearnedSeasons): Reading =>
  readSignals('satisfaction', [
    { weight: satisfactionRule.surveys, measured: measureSurveys(dossier, learned) },
    { weight: satisfactionRule.tickets, measured: measureTickets(dossier) },
  ]);

const daysInMonth = 365.25 / 12;

function measureSurveys(
  { client, facts, asOf }: Dossier,
  learned: LearnedSeasons | undefined,
): Measurement | undefined {
  const answers = facts['survey.answered'].map(({ detail }) => ({
    value: detail.score,
    date: detail.date,
    age: daysBetween(detail.date, asOf) / daysInMonth,
  }));
  const [first, last] = [answers[0], answers.at(-1)];
  const mean = ewma(answers, satisfactionRule.alpha);
  if (!first || !last || mean === undefined) return undefined;

  const season = learned && seasonOf(learned, 'satisfaction', client.type);
  const usual = (date: IsoDate) => season?.[monthNumber(monthOf(date)) - 1] ?? 0;
  const adjusted = ewma(
    answers.map((answer) => ({ ...answer, value: within(answer.value - usual(answer.date)) })),
    satisfactionRule.alpha,
  );

  const inYear = answers.filter(({ age }) => age <= 12).length;
  const recency = along(satisfactionRule.confidenceByAge, last.age * daysInMonth);
  const says = `Satisfaction ${sayNumber(mean)} of 10, recent answers weighing most (${sayCount(answers.length, 'answer')}, the last ${sayNumber(last.value)} on ${sayDate(last.date)})`;
  return {
    score: toScore(adjusted ?? mean),
    unadjusted: toScore(mean),
    confidence: recency * along(satisfactionRule.confidenceByAnswers, inYear),
    evidence: [{ says, facts: answers.length, from: first.date, to: last.date, of: { types: ['survey.answered'] } }],
  };
}

/** The scale of answers is 1 to 10, season or not. */
const within = (answer: number) => Math.max(1, Math.min(10, answer));
const toScore = (answer: number) => (100 * (answer - 1)) / 9;
