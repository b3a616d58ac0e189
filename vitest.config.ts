import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,contract,journeys,infra,house,faults}/**/*.test.{ts,tsx}'],
    // Nothing here changes what another file sees, so a worker keeps its modules: a sixth of the time less.
    isolate: false,
    maxWorkers: '100%',
    // No test is about time; a busy machine must not fail one.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
});
