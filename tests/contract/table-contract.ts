import { describe } from 'vitest';
import { commits } from './table/commits.ts';
import type { Engine } from './table/engine.ts';
import { expiry } from './table/expiry.ts';
import { model } from './table/model.ts';
import { queries } from './table/queries.ts';
import { values } from './table/values.ts';

/** What the `Table` port promises, asked of one engine. */
export function tableContract(engine: Engine): void {
  describe('commits', () => commits(engine));
  describe('values', () => values(engine));
  describe('queries', () => queries(engine));
  describe('expiry', () => expiry(engine));
  describe('model', () => model(engine));
}
