import { show } from '#shared/domain/grounding/show.ts';
import type { Block } from '#shared/domain/mail/letter.ts';
import { light } from '../palette.ts';
import { Prose, type Shown } from './prose.tsx';

type Item = Extract<Block, { block: 'figures' }>['items'][number];

/** The first figure large, the others two to a row. */
export function Figures({ items, ...shown }: Shown & { items: readonly Item[] }) {
  const [first, ...others] = items;
  if (!first) return null;
  return (
    <table
      role="presentation"
      width="100%"
      cellpadding="0"
      cellspacing="0"
      style="margin:6px 0 24px;table-layout:fixed;border-collapse:collapse"
    >
      <tr>
        <Figure item={first} across={2} hero {...shown} />
      </tr>
      {inPairs(others).map(([left, right]) => (
        <tr>
          <Figure item={left} across={right ? 1 : 2} {...shown} />
          {right && <Figure item={right} across={1} {...shown} />}
        </tr>
      ))}
    </table>
  );
}

function Figure({ item, across, hero, facts, style }: Shown & { item: Item; across: number; hero?: boolean }) {
  const fact = facts.get(item.fact);
  const size = hero ? 'font-size:40px;line-height:1.15;letter-spacing:-0.5px' : 'font-size:24px;line-height:1.25';
  return (
    <td
      class="line"
      colspan={across}
      valign="top"
      style={`padding:14px 12px 14px 0;border-top:1px solid ${light.line};vertical-align:top`}
    >
      <div class="muted" style={`font-size:14px;line-height:1.35;color:${light.muted}`}>
        <Prose says={item.label} facts={facts} style={style} />
      </div>
      <div
        class={hero ? 'accent hero' : 'ink figure'}
        style={`font-weight:700;${size};color:${hero ? light.accent : light.ink}`}
      >
        {fact && show(fact, style)}
      </div>
      {item.note && (
        <div class="muted" style={`font-size:14px;line-height:1.35;color:${light.muted}`}>
          <Prose says={item.note} facts={facts} style={style} />
        </div>
      )}
    </td>
  );
}

const inPairs = <T,>(items: readonly T[]): [T, T?][] =>
  items.flatMap((item, i) => {
    if (i % 2 === 1) return [];
    const next = items[i + 1];
    return [next === undefined ? [item] : [item, next]];
  });
