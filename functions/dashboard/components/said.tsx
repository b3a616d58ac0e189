import { pieces } from '#shared/domain/grounding/fill.ts';
import { factSheet, type GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';

interface Props {
  readonly prose: string;
  readonly facts: readonly GroundedFact[];
  readonly clientId: ClientId;
}

/** Prose with its facts filled in, each leading to what it rests on; dates as on the rest of the page. */
export function Said({ prose, facts, clientId }: Props) {
  return (
    <>
      {pieces(prose, factSheet(facts), 'en-GB').map((piece) => {
        if (typeof piece === 'string') return piece;
        const { fact, shown } = piece;
        const href = sourceOf(fact, clientId);
        if (href === undefined) return <span title={fact.says}>{shown}</span>;
        return (
          <a class="fact" href={href} title={fact.says}>
            {shown}
          </a>
        );
      })}
    </>
  );
}

/** Where what a fact rests on can be seen; undefined for what is true by itself, such as the name of a month. */
function sourceOf({ sources }: GroundedFact, clientId: ClientId): string | undefined {
  const [first] = sources;
  if (first === undefined) return undefined;
  const client = `/clients/${clientId}`;
  if (first.startsWith('health:')) return `${client}?at=${first.slice('health:'.length)}#dimensions`;
  const [, kind] = /^(alert|memory|risk|meeting|reading|client|contract)(?::|$)/.exec(first) ?? [];
  if (kind !== undefined) return `${client}${anchors[kind] ?? ''}`;
  return `${client}/sources?${new URLSearchParams(sources.map((source): [string, string] => ['of', source]))}`;
}

const anchors: Readonly<Record<string, string>> = {
  alert: '#alerts',
  memory: '#memory',
  risk: '#risk',
  client: '#agreement',
  contract: '#agreement',
  meeting: '#dealings',
  reading: '#voices',
};
