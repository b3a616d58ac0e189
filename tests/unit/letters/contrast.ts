import { Parser } from 'htmlparser2';
import { dark, light, type Paint } from '#shared/letters/palette.ts';

/** Words somebody reads, in the colours they stand in. */
export interface Painted {
  readonly words: string;
  readonly text: string;
  readonly ground: string;
}

type Colours = Record<'text' | 'ground', string>;

/** Elements whose text nobody sees in a mail. */
const unseen = new Set(['title', 'style']);

/**
 * Every piece of text with its colour and what it stands on, as a mailbox paints it: by the inline styles, and in the dark
 * by the classes that replace them. Where a class is missing, what is inline stays, as it would.
 */
export function paintedTexts(html: string, scheme: 'light' | 'dark'): Painted[] {
  const found: Painted[] = [];
  const stack: (Colours & { name: string })[] = [{ name: '', text: '#000000', ground: '#ffffff' }];
  const parser = new Parser({
    onopentag(name, { style = '', class: classes = '' }) {
      const around = stack.at(-1) ?? { text: '#000000', ground: '#ffffff' };
      const inline = {
        text: /(?:^|;)color:(#[0-9a-f]{6})/.exec(style)?.[1] ?? around.text,
        ground: /background-color:(#[0-9a-f]{6})/.exec(style)?.[1] ?? around.ground,
      };
      const paints = scheme === 'dark' ? classes.split(' ') : [];
      stack.push({
        name,
        text: paintOf(paints, (paint) => paint) ?? inline.text,
        ground: paintOf(paints, (paint) => paint.replace(/^on-/, ''), 'on-') ?? inline.ground,
      });
    },
    ontext(words) {
      const { name, text, ground } = stack.at(-1) ?? { name: '', text: '', ground: '' };
      if (words.trim() !== '' && !unseen.has(name)) found.push({ words: words.trim(), text, ground });
    },
    onclosetag: () => stack.pop(),
  });
  parser.end(html);
  return found;
}

function paintOf(classes: readonly string[], nameOf: (name: string) => string, prefix = ''): string | undefined {
  const paints = classes.filter((name) => name.startsWith(prefix)).map(nameOf);
  const [paint] = paints.filter((name): name is Paint => name in light);
  return paint && dark[paint];
}

/** The contrast ratio of WCAG 2.2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [bright = 1, dim = 1] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
