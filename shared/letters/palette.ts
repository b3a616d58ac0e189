/** What is painted in one place of a mail: colours of text, of what it stands on, of lines. */
interface Palette {
  readonly page: string;
  readonly card: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  readonly button: string;
  readonly onButton: string;
  readonly tint: string;
  readonly line: string;
  readonly bar: string;
  readonly track: string;
  readonly note: string;
  readonly onNote: string;
}
export type Paint = keyof Palette;

/** Written inline, so what a mail looks like where style sheets are dropped. */
export const light: Palette = {
  page: '#eceff3',
  card: '#ffffff',
  ink: '#17212b',
  muted: '#566270',
  accent: '#0a5688',
  button: '#0a5688',
  onButton: '#ffffff',
  tint: '#eff5fa',
  line: '#d9e0e7',
  bar: '#2b7fb5',
  track: '#e6ecf1',
  note: '#fff3d6',
  onNote: '#5f4300',
};

/** For mailboxes that follow the reader's dark mode. */
export const dark: Palette = {
  page: '#0f1419',
  card: '#1a222b',
  ink: '#e9eef3',
  muted: '#aab6c2',
  accent: '#85c8f2',
  button: '#85c8f2',
  onButton: '#0b1b28',
  tint: '#233140',
  line: '#36424e',
  bar: '#5aa9da',
  track: '#2b3743',
  note: '#4a3a10',
  onNote: '#ffe6a8',
};

/**
 * A class for each use of a colour, so that dark mode can replace what is written inline: `on-card`, `ink`, `line`. An
 * edge has the colour of the bars.
 */
const replaced = (['page', 'card', 'tint', 'button', 'bar', 'track', 'note'] as const)
  .map((paint) => `.on-${paint}{background-color:${dark[paint]}!important}`)
  .concat(
    (['ink', 'muted', 'accent', 'onButton', 'onNote'] as const).map(
      (paint) => `.${paint}{color:${dark[paint]}!important}`,
    ),
  )
  .concat(`.line{border-color:${dark.line}!important}`)
  .concat(`.top-edge{border-top-color:${dark.bar}!important}.left-edge{border-left-color:${dark.bar}!important}`)
  .join('');

const whenDark = '@media (prefers-color-scheme:dark)';

export const styleSheet = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  '@media (max-width:480px){.pad{padding-left:20px!important;padding-right:20px!important}.hero{font-size:34px!important}.figure{font-size:21px!important}}',
  `${whenDark}{${replaced}}`,
].join('');

/** A mail as it looks in a light or a dark mailbox, whatever the reader's own is set to: for showing it to the operator. */
export const inScheme = (html: string, scheme: Scheme): string =>
  html.replaceAll(whenDark, scheme === 'dark' ? '@media all' : '@media not all');

export type Scheme = 'light' | 'dark';
