import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/faults/**/*.test.ts'],
    env: { CSM_FAULT_SHARE: process.env.CSM_FAULT_SHARE ?? '1' },
    testTimeout: 900_000,
    // Each suite takes a core for minutes.
    maxWorkers: 2,
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
});
