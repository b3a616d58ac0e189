import type { GroundedFact } from '../grounding/grounded-fact.ts';

import { addMonths, firstDay, type IsoMonth, lastDay } from '../values/iso-date.ts';
import { cite } from './citation.ts';
import { rounded, sayMonthAndYear, stated } from './stated.ts';
import { isWhole } from './tally.ts';
import type { TrackRecord } from './track-record.ts';

/** Colleagues read it, so that nobody's answer may show through: this many people, those without a name counting as one. */
const fewestPeople = 3;
const monthsOfAnswers = 3;

/** The mean of survey answers in the three months ending with this one, when at least three people answered. */
export function satisfactionFigures(record: TrackRecord, month: IsoMonth): GroundedFact[] {
  if (!isWhole(month, record.today)) return [];
  const from = addMonths(month, 1 - monthsOfAnswers);
  const answers = record.answers.filter(({ detail }) => detail.date >= firstDay(from) && detail.date <= lastDay(month));
  if (new Set(answers.map(({ detail }) => detail.respondent)).size < fewestPeople) return [];
  const mean = answers.reduce((sum, { detail }) => sum + detail.score, 0) / answers.length;
  const says = `Mean of ${answers.length} survey answers from ${sayMonthAndYear(from)} to ${sayMonthAndYear(month)}`;
  const sources = cite(answers, { type: 'survey.answered' });
  return [stated('satisfaction.mark', says, sources, { kind: 'mark', value: rounded(mean, 1), of: 10 })];
}
