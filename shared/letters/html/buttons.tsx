import { show } from '#shared/domain/grounding/show.ts';
import type { Block } from '#shared/domain/mail/letter.ts';
import { light } from '../palette.ts';
import { urlOf } from '../split-at-links.ts';
import { Prose, type Shown } from './prose.tsx';

/** A button: a coloured cell, so that it is one where borders and padding of links are dropped. */
export function Action({ label, link, ...shown }: Shown & { label: string; link: string }) {
  const url = urlOf(shown.facts, link);
  if (url === undefined) return null;
  return (
    <table role="presentation" cellpadding="0" cellspacing="0" style="margin:4px 0 26px">
      <tr>
        <td class="on-button" bgcolor={light.button} style={`background-color:${light.button}`}>
          <a
            class="onButton"
            href={url}
            style={`display:inline-block;padding:13px 24px;font-weight:700;text-decoration:none;color:${light.onButton}`}
          >
            <Prose says={label} {...shown} />
          </a>
        </td>
      </tr>
    </table>
  );
}

/** Answers side by side, each a link; what the ends mean stands below them. */
export function Choices({
  question,
  links,
  low,
  high,
  ...shown
}: Shown & Omit<Extract<Block, { block: 'choices' }>, 'block'>) {
  const known = links.filter((id) => urlOf(shown.facts, id) !== undefined);
  const half = Math.floor(known.length / 2);
  return (
    <>
      <h2 class="ink" style={`margin:24px 0 12px;font-size:18px;line-height:1.3;color:${light.ink}`}>
        <Prose says={question} {...shown} />
      </h2>
      <table
        role="presentation"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        style="margin:0 0 22px;table-layout:fixed;border-collapse:separate"
      >
        <tr>
          {known.map((id) => (
            <td align="center" style="padding:0 2px">
              <Answer id={id} {...shown} />
            </td>
          ))}
        </tr>
        <tr>
          <td class="muted" colspan={half} style={`padding:6px 0 0 2px;font-size:14px;color:${light.muted}`}>
            <Prose says={low} {...shown} />
          </td>
          <td
            class="muted"
            colspan={known.length - half}
            align="right"
            style={`padding:6px 2px 0 0;font-size:14px;color:${light.muted}`}
          >
            <Prose says={high} {...shown} />
          </td>
        </tr>
      </table>
    </>
  );
}

function Answer({ id, facts, style }: Shown & { id: string }) {
  const fact = facts.get(id);
  return (
    <a
      class="on-tint accent"
      href={urlOf(facts, id)}
      style={`display:block;padding:11px 0;font-weight:700;text-decoration:none;background-color:${light.tint};color:${light.accent}`}
    >
      {fact && show(fact, style)}
    </a>
  );
}
