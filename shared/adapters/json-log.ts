import { redacted } from '#shared/domain/log/redacted.ts';
import type { Log } from '#shared/ports/log.ts';
import { embeddedMetrics } from './embedded-metrics.ts';

interface Options {
  /** Under which CloudWatch keeps what is measured. */
  readonly namespace?: string;
  readonly write?: (line: string) => void;
}

/** One JSON object a line, with the fields that CloudWatch understands (`timestamp`, `level`), to stdout. */
export function jsonLog({ namespace = 'HeliixCsm', write = (line) => process.stdout.write(line) }: Options = {}): Log {
  const line =
    (level: string): Log['info'] =>
    (message, { measured, ...about } = {}) => {
      const now = new Date();
      const metrics = measured && embeddedMetrics(namespace, measured, now);
      write(`${redacted(JSON.stringify({ ...about, ...metrics, timestamp: now.toISOString(), level, message }))}\n`);
    };
  return { info: line('INFO'), warn: line('WARN'), error: line('ERROR') };
}
