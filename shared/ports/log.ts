import type { Json } from './table.ts';

/** Structured lines: a fixed sentence and ids. Never payloads, names, addresses or secrets. */
export interface Log {
  info(message: string, about?: Readonly<Record<string, Json>>): void;
  warn(message: string, about?: Readonly<Record<string, Json>>): void;
  error(message: string, about?: Readonly<Record<string, Json>>): void;
}
