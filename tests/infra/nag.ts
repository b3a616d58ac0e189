import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { expect, it } from 'vitest';
import { synthesized } from './synthesize.ts';

const { app } = synthesized;

it.each([
  ['AwsSolutions', AwsSolutionsChecks],
  ['Serverless', ServerlessChecks],
])('leaves no finding of cdk-nag’s %s pack unexplained', (_, Checks) => {
  const { violations } = new Checks(app).validateScope(app);
  const findings = violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
  );
  expect(findings).toEqual([]);
});
