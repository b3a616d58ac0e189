import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { functions } from '#functions/index.ts';
import { ofType, synthesized } from './synthesize.ts';

/** What the stack puts into a function's environment; what only AWS will know is a word here. */
const Environment = z.record(
  z.string(),
  z.json().transform((value) => (typeof value === 'string' ? value : 'https://known-to-aws.example')),
);

const importEntry = (name: string, variant: string) =>
  import(/* @vite-ignore */ `${resolve('functions', name, 'lambda.ts')}?${variant}`);

describe.each(functions.map(({ name }) => name))('the Lambda entry of %s', (name) => {
  const lambdas = ofType(synthesized.application, 'AWS::Lambda::Function');
  const lambda = lambdas.find(({ id }) => id.startsWith(`${name.replaceAll('-', '')}Lambda`));
  const { Variables } = z.object({ Variables: Environment }).parse(lambda?.Properties.Environment);

  it('finds every setting it reads, and reads every setting it is given', async () => {
    Object.assign(process.env, { AWS_REGION: 'us-east-1' }, Variables);
    expect(await importEntry(name, 'complete')).toMatchObject({ handler: expect.any(Function) });

    for (const variable of Object.keys(Variables)) {
      delete process.env[variable];
      await expect(importEntry(name, `without-${variable}`), variable).rejects.toThrow(variable);
      Object.assign(process.env, Variables);
    }
    for (const variable of Object.keys(Variables)) delete process.env[variable];
  });
});
