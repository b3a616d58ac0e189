import { readFileSync } from 'node:fs';

/** What is mutated, with the tests that must notice; one group a run: `npm run test:mutation -- scoring`. */
const groups = JSON.parse(readFileSync(new URL('groups.json', import.meta.url), 'utf8'));
const group = process.env.MUTATE ?? 'scoring';
if (!groups[group]) throw new Error(`there is no group "${group}"; choose one of ${Object.keys(groups).join(', ')}`);

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  mutate: groups[group].mutate,
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.MUTATE_WORKERS ?? 2),
  timeoutMS: 20_000,
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: `.cache/mutation/${group}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  // It would read tsconfig.json by the programming interface of TypeScript, which version 7 has not; nothing here needs that.
  tsconfigFile: 'none.json',
  tempDirName: '.cache/stryker',
  ignorePatterns: ['.data', '.venv', 'cdk.out', '.cache', 'docs'],
  thresholds: { high: 90, low: 85, break: 85 },
};
