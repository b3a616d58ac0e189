import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'tests/faults/**/*.test.ts',
      'tests/journeys/mail-exactly-once.test.ts',
      'tests/journeys/erasure*.test.ts',
    ],
    testTimeout: 900_000,
    // Each suite takes a core for minutes.
    maxWorkers: 2,
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
});
