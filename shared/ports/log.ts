import type { Measured } from './metrics.ts';
import type { Json } from './table.ts';

/** Ids, and what the line measures. Never payloads, names, addresses or secrets. */
export interface About {
  readonly measured?: Measured;
  readonly [name: string]: Json | Measured | undefined;
}

/** Structured lines: a fixed sentence, and what it is about. */
export interface Log {
  info(message: string, about?: About): void;
  warn(message: string, about?: About): void;
  error(message: string, about?: About): void;
}
