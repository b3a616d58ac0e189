import type { ModelPart } from '#shared/domain/agents/exchange.ts';
import type { AgentRun } from '#shared/domain/agents/run.ts';

/** A run word for word: what was asked, what the model said, what its tools answered. */
export function Exchanges({ run: { asked, exchanges } }: { run: AgentRun }) {
  return (
    <>
      <details>
        <summary>What was asked</summary>
        <pre class="text">{`${asked.system}\n\n${asked.prompt}`}</pre>
      </details>
      {exchanges.map(({ answer, failed, results }, at) => (
        <details>
          <summary>
            Turn {at + 1}: {failed ?? `${answer?.stop}, ${answer?.tokens.out ?? 0} tokens`}
          </summary>
          {answer?.content.map((part) => (
            <pre class="text">{sayPart(part)}</pre>
          ))}
          {results.map(({ name, content, failed: wrong }) => (
            <pre class="text">
              {`${name} ${wrong ? 'failed' : 'answered'}:\n${typeof content === 'string' ? content : JSON.stringify(content, undefined, 2)}`}
            </pre>
          ))}
        </details>
      ))}
    </>
  );
}

function sayPart(part: ModelPart): string {
  if ('text' in part) return part.text;
  if ('toolUse' in part) return `${part.toolUse.name} ${JSON.stringify(part.toolUse.input, undefined, 2)}`;
  return JSON.stringify(part.toolResult);
}
