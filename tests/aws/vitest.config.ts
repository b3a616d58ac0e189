import { defineConfig } from 'vitest/config';

/** A tier of its own, `npm run test:aws`: it needs Python and takes a minute. */
export default defineConfig({
  test: {
    include: ['tests/aws/**/*.test.ts'],
    globalSetup: 'tests/aws/global-setup.ts',
    // One emulated account.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
