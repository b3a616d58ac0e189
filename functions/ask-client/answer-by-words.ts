import { sayable } from '#functions/brief-client/facts-of.ts';
import type { Picture } from '#functions/brief-client/load-picture.ts';
import { addFiguresOf } from '#functions/brief-client/picture-tools.ts';
import { fill } from '#shared/domain/grounding/fill.ts';
import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import { otherClientsIn } from '#shared/domain/grounding/other-clients.ts';
import type { IsoMonth } from '#shared/domain/values/iso-date.ts';
import type { Line } from './lines.ts';
import type { QuestionAnswer } from './question.ts';
import { corrected, monthsNamed, namesAnotherYear, placeOf, wordsShared } from './question-words.ts';
import { type Topic, topics } from './topics.ts';

const toCome = /\b(?:will|going to|next (?:year|season|quarter))\b/i;
/** What is planned has a date, and that is recorded. */
const planned = /\bwhen\b/i;
const foretold = /\b(?:renew\w*|stay\w*|leave|churn\w*|forecast\w*|predict\w*|outlook|expect\w*|likely)\b/i;
/** A comparison with others, and how to reach somebody: neither is among the facts. */
const beyond =
  /\b(?:peers?|benchmark\w*|rank\w*|(?:other|similar) (?:clients?|conferences?|offices?)|phone\w*|e-?mail (?:address|of))\b/i;

/**
 * What a question names first, told from the record. Nothing is told of what is not recorded, of another client, or in
 * comparison with others.
 */
export function answerByWords(
  written: string,
  { office, sheet, others }: Pick<Picture, 'office' | 'sheet' | 'others'>,
): QuestionAnswer {
  if (beyond.test(written) || otherClientsIn(written, others).length > 0) return unknown;
  const words = topics.map((topic) => topic.words);
  const question = topicsIn(written).length > 0 ? written : corrected(written, words);
  const future = toCome.test(question) && !planned.test(question);
  const months = future ? [] : monthsNamed(question, office.today);
  for (const month of months) addFiguresOf(month, { office, sheet });
  const found = topicsIn(question);
  for (const topic of found.length > 0 || months.length === 0 ? found : topics.filter(({ general }) => general)) {
    const isOfNow = months.length === 0 && !namesAnotherYear(question, office.today);
    const lines = isOfNow || topic.dated ? linesOf(topic, sheet) : ofMonths(topic, sheet, months);
    const said = arranged(lines, question, sheet, future).slice(0, 5);
    if (said.length > 0) return { cannotTell: false, paragraphs: said, confidence: 0.7 };
  }
  return unknown;
}

const unknown: QuestionAnswer = { cannotTell: true, paragraphs: [], confidence: 1 };

/** What a question names, first what it names first, and what is general last. */
const topicsIn = (question: string): Topic[] =>
  topics
    .map((topic) => ({ topic, at: placeOf(topic.words, question) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => Number(a.topic.general ?? false) - Number(b.topic.general ?? false) || a.at - b.at)
    .map(({ topic }) => topic);

const saysOf = ({ says }: Topic, sheet: FactSheet): readonly Line[] =>
  typeof says === 'function' ? says(sheet) : says;

const known = (line: Line, sheet: FactSheet) => sayable(sheet, ...[line].flat()).slice(0, 1);

function linesOf(topic: Topic, sheet: FactSheet): string[] {
  const evidence = [...sheet.values()].flatMap((fact) =>
    /\.evidence\.\d+$/.test(fact.id) && 'text' in fact && topic.evidence?.test(fact.text) ? `{{fact:${fact.id}}}.` : [],
  );
  return [...saysOf(topic, sheet).flatMap((line) => known(line, sheet)), ...evidence];
}

/** What is told by the month, of those that the question names. */
const ofMonths = (topic: Topic, sheet: FactSheet, months: readonly IsoMonth[]): string[] =>
  saysOf(topic, sheet)
    .flat()
    .filter((line) => line.includes('{{fact:month}}'))
    .flatMap((line) => months.flatMap((month) => known(line.replaceAll('{{fact:', `{{fact:${month}.`), sheet)));

/** Each thing once, first what holds the words of the question; of what is to come a forecast, or that there is none. */
function arranged(lines: readonly string[], question: string, sheet: FactSheet, future: boolean): string[] {
  const isForecast = (line: string) => line.includes('{{fact:forecast.');
  const shown = (line: string) => fill(line, sheet, 'en-US').replace(/\.$/, '');
  const weight = (line: string) => (future && isForecast(line) ? 9 : wordsShared(question, shown(line)));
  const best = lines
    .filter((line) => future || foretold.test(question) || !isForecast(line))
    .filter((line, at, all) => !all.slice(0, at).some((before) => shown(before).includes(shown(line))))
    .toSorted((a, b) => weight(b) - weight(a));
  return future && best[0] !== undefined && !isForecast(best[0])
    ? ['What is to come is not recorded; this is what is known.', ...best]
    : best;
}
