import { Parser } from 'htmlparser2';

/** Elements whose words run on in the line; every other begins and ends one. */
const inline = new Set(['a', 'b', 'em', 'i', 'span', 'strong', 'code', 'small']);
const unseen = new Set(['style', 'title', 'script', 'head']);

/** What a reader gets of an HTML mail: its words, each block on its own line, and where everything it refers to leads. */
export function readHtml(html: string): { readonly text: string; readonly links: string[] } {
  const links: string[] = [];
  let text = '';
  let skipping = 0;
  const parser = new Parser({
    onopentag(name, { href, src, alt, background }) {
      if (unseen.has(name)) skipping++;
      links.push(...[href, src, background].filter((link) => link !== undefined));
      if (!inline.has(name)) text += '\n';
      if (alt) text += alt;
    },
    ontext(words) {
      if (skipping === 0) text += words;
    },
    onclosetag(name) {
      if (unseen.has(name)) skipping--;
      if (!inline.has(name)) text += '\n';
    },
  });
  parser.end(html);
  return { text: inLines(text), links };
}

const inLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
