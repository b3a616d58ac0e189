import type { Child } from 'hono/jsx';
import * as z from 'zod';
import { cannotTell, QuestionAnswer } from '#functions/ask-client/question.ts';
import { BriefAnswer } from '#functions/brief-client/brief.ts';
import type { AgentRun } from '#shared/domain/agents/run.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import { Said } from './said.tsx';

/** What a run answered, as a person reads it. Answers of former shapes are shown as they are. */
export function Answer({ run, client }: { run: AgentRun; client: Client }) {
  const say = (prose: string) => <Said prose={prose} facts={run.facts} clientId={client.clientId} />;
  if (run.agent === 'ask-client') {
    const answer = QuestionAnswer.safeParse(run.answer);
    const paragraphs = answer.success ? answer.data.paragraphs : [];
    return (
      <section aria-labelledby="answer">
        <h2 id="answer">{run.occasion.replace(/^\S+ /, '')}</h2>
        {paragraphs.length === 0 ? (
          <p class="answer">{cannotTell}</p>
        ) : (
          paragraphs.map((prose) => <p class="answer">{say(prose)}</p>)
        )}
      </section>
    );
  }
  const brief = run.agent === 'brief-client' ? BriefAnswer.safeParse(run.answer) : undefined;
  if (brief?.success) return <Brief brief={brief.data} say={say} />;
  const proses = z.object({ because: z.array(z.string()) }).safeParse(run.answer);
  const narrative = z.object({ narrative: z.array(z.string()), recommendation: z.string() }).safeParse(run.answer);
  const said = [
    ...(proses.success ? proses.data.because : []),
    ...(narrative.success ? [...narrative.data.narrative, narrative.data.recommendation] : []),
  ];
  return (
    <section aria-label="The answer">
      {said.map((prose) => (
        <p class="answer">{say(prose)}</p>
      ))}
    </section>
  );
}

interface Parts {
  readonly brief: BriefAnswer;
  readonly say: (prose: string) => Child;
}

function Brief({ brief, say }: Parts) {
  const lists = [
    ['What changed', brief.changed],
    ['At risk', brief.risks],
    ['Open promises', brief.promises],
    ['Three things to say', brief.say],
  ] as const;
  return (
    <section aria-labelledby="stands" class="brief">
      <h2 id="stands">Where they stand</h2>
      <p class="answer">{say(brief.standing)}</p>
      {lists.map(
        ([title, proses]) =>
          proses.length > 0 && (
            <>
              <h3>{title}</h3>
              <ol>
                {proses.map((prose) => (
                  <li>{say(prose)}</li>
                ))}
              </ol>
            </>
          ),
      )}
    </section>
  );
}
