import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const groups = JSON.parse(readFileSync(new URL('groups.json', import.meta.url), 'utf8'));

/** Only the tests of the group whose code is mutated. */
export default defineConfig({
  // A busy machine is not a mutant.
  test: { include: groups[process.env.MUTATE ?? 'scoring'].tests, testTimeout: 60_000 },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
});
