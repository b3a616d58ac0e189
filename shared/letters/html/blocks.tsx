import type { Block } from '#shared/domain/mail/letter.ts';
import { light } from '../palette.ts';
import { Bars } from './bars.tsx';
import { Action, Choices } from './buttons.tsx';
import { Figures } from './figures.tsx';
import { Prose, type Shown } from './prose.tsx';

/** One block of a letter. */
export function BlockOf({ block, ...shown }: Shown & { block: Block }) {
  switch (block.block) {
    case 'paragraph':
      return (
        <p class="ink" style={`margin:0 0 18px;color:${light.ink}`}>
          <Prose says={block.says} {...shown} />
        </p>
      );
    case 'heading':
      return (
        <h2 class="ink" style={`margin:28px 0 10px;font-size:18px;line-height:1.3;color:${light.ink}`}>
          <Prose says={block.says} {...shown} />
        </h2>
      );
    case 'list':
      return (
        <ul class="ink" style={`margin:0 0 18px;padding:0 0 0 20px;color:${light.ink}`}>
          {block.items.map((says) => (
            <li style="margin:0 0 6px">
              <Prose says={says} {...shown} />
            </li>
          ))}
        </ul>
      );
    case 'figures':
      return <Figures items={block.items} {...shown} />;
    case 'bars':
      return <Bars title={block.title} items={block.items} {...shown} />;
    case 'callout':
      return <Callout title={block.title} says={block.says} {...shown} />;
    case 'action':
      return <Action label={block.label} link={block.link} {...shown} />;
    case 'choices':
      return <Choices {...block} {...shown} />;
  }
}

function Callout({ title, says, ...shown }: Shown & { title: string; says: readonly string[] }) {
  return (
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:24px 0">
      <tr>
        <td
          class="on-tint left-edge"
          style={`padding:18px 20px;background-color:${light.tint};border-left:4px solid ${light.bar}`}
        >
          <h2 class="ink" style={`margin:0 0 6px;font-size:17px;line-height:1.3;color:${light.ink}`}>
            <Prose says={title} {...shown} />
          </h2>
          {says.map((prose, i) => (
            <p class="ink" style={`margin:${i === 0 ? 0 : 8}px 0 0;color:${light.ink}`}>
              <Prose says={prose} {...shown} />
            </p>
          ))}
        </td>
      </tr>
    </table>
  );
}
