import { cannotTell, QuestionAnswer } from '#functions/ask-client/question.ts';
import { BriefAnswer } from '#functions/brief-client/brief.ts';
import type { AgentRun } from '#shared/domain/agents/run.ts';
import { pieces } from '#shared/domain/grounding/fill.ts';
import { factSheet } from '#shared/domain/grounding/grounded-fact.ts';
import { bold } from './terminal.ts';

/** An answer or a brief as text, with a number behind each figure and what it rests on below. */
export function describeAnswer(run: AgentRun): string {
  const sources: string[] = [];
  const sheet = factSheet(run.facts);
  const say = (prose: string) =>
    pieces(prose, sheet, 'en-US')
      .map((piece) => (typeof piece === 'string' ? piece : `${piece.shown}${numbered(piece.fact, sources)}`))
      .join('');
  const lines = linesOf(run, say);
  const from = sources.map((source, at) => `  [${at + 1}] ${source}`);
  const written = `written by ${run.writer === 'template' ? 'our own template' : run.writer}, run ${run.runId}`;
  return [...lines, '', ...from, written].join('\n');
}

function linesOf({ agent, answer }: AgentRun, say: (prose: string) => string): string[] {
  const question = agent === 'ask-client' ? QuestionAnswer.safeParse(answer) : undefined;
  if (question?.success) {
    const { paragraphs } = question.data;
    return paragraphs.length === 0 ? [cannotTell] : paragraphs.map(say);
  }
  const brief = BriefAnswer.parse(answer);
  const list = (title: string, proses: readonly string[]) =>
    proses.length === 0 ? [] : ['', bold(title), ...proses.map((prose, at) => `${at + 1}. ${say(prose)}`)];
  return [
    say(brief.standing),
    ...list('What changed', brief.changed),
    ...list('At risk', brief.risks),
    ...list('Open promises', brief.promises),
    ...list('Three things to say', brief.say),
  ];
}

/** A figure can rest on hundreds of facts: "csm explain" and the run's page lead to each, and `--json` names them. */
const sourcesShown = 2;

/** " [2]": facts that rest on the same share a number; those true by themselves have none. */
function numbered({ says, sources }: AgentRun['facts'][number], all: string[]): string {
  if (sources.length === 0) return '';
  const more = sources.length > sourcesShown ? ` and ${sources.length - sourcesShown} more` : '';
  const line = `${says}: ${sources.slice(-sourcesShown).reverse().join(', ')}${more}`;
  const at = all.indexOf(line);
  return ` [${at < 0 ? all.push(line) : at + 1}]`;
}
