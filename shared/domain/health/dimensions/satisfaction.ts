import { daysBetween } from '../../values/iso-date.ts';
import { along } from '../curve.ts';
import type { Dossier } from '../dossier.ts';
import { satisfactionRule } from '../model.ts';
import { type Measurement, type Reading, readSignals } from '../reading.ts';
import { ewma } from '../statistics.ts';
import { sayCount, sayDate, sayNumber } from '../wording.ts';
import { measureTickets } from './tickets.ts';

/**
 * What people say, and what they wait for: survey answers, and tickets still open, since only a third answers surveys.
 * No season is taken out yet: one client has at most two answers' worth of each calendar month in its evidence, which
 * health-model.md (kappa 6) would hardly believe; that needs the peers of the next model.
 */
export const readSatisfaction = (dossier: Dossier): Reading =>
  readSignals('satisfaction', [
    { weight: satisfactionRule.surveys, measured: measureSurveys(dossier) },
    { weight: satisfactionRule.tickets, measured: measureTickets(dossier) },
  ]);

const daysInMonth = 365.25 / 12;

function measureSurveys({ facts, asOf }: Dossier): Measurement | undefined {
  const answers = facts['survey.answered'].map(({ detail }) => ({
    value: detail.score,
    date: detail.date,
    age: daysBetween(detail.date, asOf) / daysInMonth,
  }));
  const [first, last] = [answers[0], answers.at(-1)];
  const mean = ewma(answers, satisfactionRule.alpha);
  if (!first || !last || mean === undefined) return undefined;

  const inYear = answers.filter(({ age }) => age <= 12).length;
  const recency = along(satisfactionRule.confidenceByAge, last.age * daysInMonth);
  const says = `Satisfaction ${sayNumber(mean)} of 10, recent answers weighing most (${sayCount(answers.length, 'answer')}, the last ${sayNumber(last.value)} on ${sayDate(last.date)})`;
  return {
    score: (100 * (mean - 1)) / 9,
    confidence: recency * along(satisfactionRule.confidenceByAnswers, inYear),
    evidence: [{ says, facts: answers.length, from: first.date, to: last.date }],
  };
}
