import type { Log } from '#shared/ports/log.ts';

/** One JSON object a line, with the fields that CloudWatch understands (`timestamp`, `level`), to stdout. */
export function jsonLog(write: (line: string) => void = (line) => process.stdout.write(line)): Log {
  const line =
    (level: string): Log['info'] =>
    (message, about = {}) =>
      write(`${JSON.stringify({ ...about, timestamp: new Date().toISOString(), level, message })}\n`);
  return { info: line('INFO'), warn: line('WARN'), error: line('ERROR') };
}
