import { globSync, readFileSync } from 'node:fs';
import { catalogue } from '#events/catalogue.ts';
import type { EventDefinition } from '#events/define-event.ts';
import type { FunctionDefinition, ScheduledFunction } from '#functions/define-function.ts';
import { functions } from '#functions/index.ts';
import { MessageKind, type MessagePolicy } from '#shared/domain/mail/message-kind.ts';
import { catalogue as letters } from '#shared/letters/catalogue.ts';

/** The files that hold generated tables. */
export const documents = ['README.md', 'docs/mail.md'] as const;

/** The text with every generated table made anew: what stands between `<!-- name -->` and `<!-- end -->`. */
export const withTables = (readme: string): string =>
  Object.entries(tables).reduce(
    (text, [name, rows]) => text.replace(between(name), (_, open, close) => `${open}\n${rows()}\n${close}`),
    readme,
  );

const between = (name: string) => new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- end -->)`);

const tables: Readonly<Record<string, () => string>> = {
  functions: () =>
    table(
      ['function', 'woken by', 'what it does'],
      functions.map((definition) => [`\`${definition.name}\``, wokenBy(definition), definition.purpose]),
    ),
  events: () =>
    table(
      ['event', 'means', 'heard by'],
      (catalogue as readonly EventDefinition[]).map((event) => [
        `\`${event.detailType}\``,
        event.meaning,
        listeners(event),
      ]),
    ),
  'message kinds': () =>
    table(
      ['kind', 'what it is for', 'class', 'to', 'priority', 'season', 'in a digest', 'keeps'],
      MessageKind.options.map((kind) => rowOf(letters[kind])),
    ),
  'access patterns': () =>
    table(['entity', 'question', 'answered by'], globSync('shared/store/*.ts').sort().flatMap(accessPatterns)),
};

const rowOf = ({ kind, purpose, audience, priority, season, approval, digestible, ...policy }: MessagePolicy) => [
  `\`${kind}\``,
  approval === 'operator' ? `${purpose} Always needs approval.` : purpose,
  policy.class,
  audience.join(', '),
  priority,
  season,
  digestible ? 'yes' : 'no',
  `${policy.expiresAfterDays} days`,
];

const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function wokenBy(definition: FunctionDefinition): string {
  if ('on' in definition) return definition.on.map(({ detailType }) => `\`${detailType}\``).join(', ');
  if ('every' in definition) return sayEvery(definition.every);
  if ('routes' in definition) return definition.routes.map(({ route }) => `\`${route}\``).join(', ');
  return "the table's change stream";
}

const sayEvery = (every: ScheduledFunction['every']) =>
  'minutes' in every ? `every ${every.minutes} minutes` : `every day at ${every.at}, ${every.zone}`;

const listeners = (event: EventDefinition) =>
  functions
    .filter((definition) => 'on' in definition && definition.on.includes(event))
    .map(({ name }) => `\`${name}\``)
    .join(', ');

/** Reads them from the header of an entity's file: lines of a question, two or more spaces, and the answer. */
function accessPatterns(file: string): string[][] {
  const header = /^\/\*\*([\s\S]*?)\*\//.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  const patterns = [...header.matchAll(/^ \* {3}(\S.*?) {2,}(\S.*)$/gm)];
  return patterns.map(([, question = '', answer = '']) => [
    file.replace(/^.*\/|\.ts$/g, ''),
    question,
    `\`${answer.replace(/ {2,}/g, ' ')}\``,
  ]);
}
