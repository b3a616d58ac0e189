import fc from 'fast-check';
import { answerByWords } from '#functions/ask-client/answer-by-words.ts';
import { checkProse } from '#functions/brief-client/check-prose.ts';
import { loadPicture, type Picture } from '#functions/brief-client/load-picture.ts';
import { choicesOf, planTemplate } from '#functions/next-best-action/plan-answer.ts';
import { factsIn } from '#shared/domain/grounding/fill.ts';
import type { GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import { show } from '#shared/domain/grounding/show.ts';
import { situated } from '#tests/fixtures/situations.ts';
import { anyMutation, mutate } from '#tests/unit/grounding/mutations.ts';
import { tasks } from './tasks/index.ts';

export interface Drafts {
  readonly sound: number;
  /** Why each sound one was rejected. */
  readonly rejected: readonly string[];
  readonly mutated: number;
  readonly mutatedLetThrough: readonly string[];
}

const questions = ['adoption', 'usage', 'satisfaction', 'savings', 'hours', 'contract', 'risk', 'score', 'promises'];

/** Drafts of every task's client, as they are and with one fact said wrongly: what the checker makes of each. */
export async function mutatedDrafts(wanted: number): Promise<Drafts> {
  const drafts: { readonly picture: Picture; readonly proses: readonly string[] }[] = [];
  for (const { situation } of tasks) {
    const here = await situated(situation);
    const picture = await loadPicture(here.table, here.client.clientId, here.clock.now());
    const planning = { picture, occasion: 'x', topic: { occasion: 'x', because: 'x' }, choices: choicesOf(picture) };
    drafts.push({ picture, proses: planTemplate(planning).because });
    for (const question of questions) drafts.push({ picture, proses: answerByWords(question, picture).paragraphs });
  }
  const told = drafts.filter(({ proses }) => proses.some((prose) => factsIn(prose).length > 0));
  const rejected = told.flatMap(({ picture, proses }) => {
    const [problem] = checkProse(proses, picture);
    return problem === undefined ? [] : [problem];
  });

  const mutatedLetThrough: string[] = [];
  // Always the same, so that a draft that is let through can be looked at again.
  const kinds = fc.sample(anyMutation, { numRuns: 997, seed: 5 });
  let mutated = 0;
  for (let nth = 0; mutated < wanted && nth < wanted * 40; nth++) {
    const draft = told[nth % told.length];
    const spoiled = draft && spoil(draft, kinds[nth % kinds.length] ?? '', nth);
    if (!draft || !spoiled) continue;
    mutated += 1;
    if (checkProse(spoiled.proses, { ...draft.picture, sheet: spoiled.sheet }).length === 0)
      mutatedLetThrough.push(`${kinds[nth % kinds.length]}: ${spoiled.proses.join(' ')}`);
  }
  return { sound: told.length, rejected, mutated, mutatedLetThrough };
}

/** The draft with one of its facts written out wrongly in words; the sheet stays as it is. */
function spoil({ picture, proses }: { picture: Picture; proses: readonly string[] }, by: string, random: number) {
  const ids = proses.flatMap(factsIn);
  const id = ids[random % ids.length] ?? '';
  const fact = picture.sheet.get(id);
  const wrong = fact && mutate(fact, picture.sheet, 'en-US', by, random);
  if (!fact || wrong === undefined || isTrueElsewhere(wrong, fact, picture)) return undefined;
  return { sheet: picture.sheet, proses: proses.map((prose) => prose.replaceAll(`{{fact:${id}}}`, wrong)) };
}

/** A figure or a month that another fact holds may stand anywhere: a true one said of the wrong thing is not seen. */
function isTrueElsewhere(wrong: string, fact: GroundedFact, { sheet }: Picture): boolean {
  if (fact.kind !== 'phrase') return false;
  const meant = counted(figuresIn(show(fact, 'en-US')));
  const changed = [...counted(figuresIn(wrong))].filter(([figure, times]) => times > (meant.get(figure) ?? 0));
  const known = new Set([...sheet.values()].flatMap((each) => figuresIn(show(each, 'en-US'))));
  return changed.length > 0 && changed.every(([figure]) => known.has(figure));
}

const figuresIn = (text: string): readonly string[] =>
  text.match(
    /\$?\d+(?:[.,]\d+)*%?|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g,
  ) ?? [];

const counted = (figures: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...Map.groupBy(figures, (figure) => figure)].map(([figure, all]) => [figure, all.length]));
