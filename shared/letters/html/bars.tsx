import { show } from '#shared/domain/grounding/show.ts';
import type { Block } from '#shared/domain/mail/letter.ts';
import { light } from '../palette.ts';
import { numberOf } from '../prose.ts';
import { Prose, type Shown } from './prose.tsx';

type Item = Extract<Block, { block: 'bars' }>['items'][number];

/** Bars made of table cells, as mailboxes show neither SVG nor data URIs; the longest is as wide as its cell. */
export function Bars({ title, items, facts, style }: Shown & { title: string; items: readonly Item[] }) {
  const longest = Math.max(...items.map(({ fact }) => numberOf(facts, fact) ?? 0));
  return (
    <>
      <h2 class="ink" style={`margin:26px 0 8px;font-size:15px;line-height:1.3;color:${light.ink}`}>
        <Prose says={title} facts={facts} style={style} />
      </h2>
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 24px;font-size:13px">
        {items.map(({ label, fact }, i) => {
          const known = facts.get(fact);
          const weight = i === items.length - 1 ? 700 : 400;
          return (
            <tr>
              <td class="muted" width="1%" style={`padding:3px 10px 3px 0;white-space:nowrap;color:${light.muted}`}>
                <Prose says={label} facts={facts} style={style} />
              </td>
              <td style="padding:3px 0">
                <Bar percent={longest > 0 ? Math.round(((numberOf(facts, fact) ?? 0) / longest) * 100) : 0} />
              </td>
              <td
                class="ink"
                width="1%"
                align="right"
                style={`padding:3px 0 3px 10px;white-space:nowrap;font-weight:${weight};color:${light.ink}`}
              >
                {known && show(known, style)}
              </td>
            </tr>
          );
        })}
      </table>
    </>
  );
}

const cell = 'height:14px;font-size:0;line-height:14px';

function Bar({ percent }: { percent: number }) {
  return (
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
      <tr>
        {percent > 0 && (
          <td class="on-bar" width={`${percent}%`} style={`${cell};background-color:${light.bar}`}>
            &#160;
          </td>
        )}
        {percent < 100 && (
          <td class="on-track" style={`${cell};background-color:${light.track}`}>
            &#160;
          </td>
        )}
      </tr>
    </table>
  );
}
