import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { expect, it } from 'vitest';
import { production, synthesized } from './synthesize.ts';

it.each([
  ['AwsSolutions', 'dev', AwsSolutionsChecks, synthesized],
  ['AwsSolutions', 'prod', AwsSolutionsChecks, production],
  ['Serverless', 'dev', ServerlessChecks, synthesized],
  ['Serverless', 'prod', ServerlessChecks, production],
] as const)('leaves no finding of cdk-nag’s %s pack in %s unexplained', (_pack, _stage, Checks, { app }) => {
  const { violations } = new Checks(app).validateScope(app);
  const findings = violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
  );
  expect(findings).toEqual([]);
});
