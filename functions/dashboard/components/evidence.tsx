import type { Fact } from '#shared/domain/facts/fact.ts';
import type { Evidence as Sentence } from '#shared/domain/health/assessment.ts';
import { factsBehind } from '#shared/domain/health/facts-behind.ts';
import { describeFact } from '../describe-fact.ts';
import { count, shortDate } from '../words.ts';

const factsShown = 5;

/** Sentences of evidence; those that rest on the same facts share the line that tells which. */
export function Evidence({ evidence, counted }: { evidence: readonly Sentence[]; counted: readonly Fact[] }) {
  if (evidence.length === 0) return <span class="quiet">Nothing recorded</span>;
  const grounded = evidence.map((sentence) => ({ sentence, facts: factsBehind(sentence, counted) }));
  const idsOf = ({ sentence: { facts: many, from, to }, facts }: (typeof grounded)[number]) =>
    [many, from, to, ...facts.map(({ factId }) => factId)].join();
  return (
    <ul class="plain">
      {[...Map.groupBy(grounded, idsOf).values()].map((group) => (
        <li>
          {group.map(({ sentence }) => (
            <span class="sentence">{sentence.says}</span>
          ))}
          {group.slice(0, 1).map(({ sentence, facts }) => (
            <Behind sentence={sentence} facts={facts} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function Behind({ sentence: { facts: many, from, to }, facts }: { sentence: Sentence; facts: readonly Fact[] }) {
  const dates = from === to ? shortDate(to) : `${shortDate(from)} to ${shortDate(to)}`;
  if (facts.length === 0) return <small>{`${count(many, 'fact')}, ${dates}`}</small>;
  return (
    <details class="behind">
      <summary>{`${count(facts.length, 'fact')}, ${dates}`}</summary>
      <ul class="plain">
        {facts
          .slice(-factsShown)
          .reverse()
          .map((fact) => (
            <li>
              {`${shortDate(fact.detail.date)}: ${describeFact(fact).says} `}
              <code>{fact.factId}</code>
            </li>
          ))}
        {facts.length > factsShown && (
          <li class="quiet">
            and {facts.length - factsShown} before; <code>csm explain --json</code> names each
          </li>
        )}
      </ul>
    </details>
  );
}
