import { styleText } from 'node:util';
import { redacted } from '#shared/domain/log/redacted.ts';
import type { Log } from '#shared/ports/log.ts';

type Level = keyof Log;
const colours = { info: 'dim', warn: 'yellow', error: 'red' } as const;

/** A log for a person at a terminal, on stderr, from the given level up. */
export function humanLog(from: Level, write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const levels: readonly Level[] = ['info', 'warn', 'error'];
  const line =
    (level: Level): Log[Level] =>
    (message, { measured: _, ...about } = {}) => {
      if (levels.indexOf(level) < levels.indexOf(from)) return;
      const details = Object.entries(about).map(([name, value]) => `${name}=${String(value)}`);
      const text = redacted([new Date().toTimeString().slice(0, 8), message, ...details].join('  '));
      write(`${styleText(colours[level], text, { stream: process.stderr })}\n`);
    };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}
