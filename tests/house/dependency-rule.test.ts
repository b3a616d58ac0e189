import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { violations } from './dependency-rule.ts';
import { sourceFiles } from './source-files.ts';

describe('the dependency rule', () => {
  it('holds for every source file', () => {
    expect(sourceFiles().flatMap((file) => violations(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  it.each([
    ['shared/domain/health/band.ts', "import { x } from '#shared/store/health.ts';"],
    ['shared/domain/health/band.ts', "import { createHash } from 'node:crypto';"],
    ['shared/store/client.ts', "import { x } from '../adapters/sqlite/open.ts';"],
    ['functions/score-client/score-client.ts', "import {\n  DynamoDBClient,\n} from '@aws-sdk/client-dynamodb';"],
    ['functions/send-mail/send-mail.ts', "import '#shared/adapters/ses-mailer.ts';"],
    ['events/mail-queued.ts', "export * from '#functions/index.ts';"],
    ['local/runtime.ts', "import { App } from '#infra/app.ts';"],
    ['infra/app.ts', "const x = await import('#shared/adapters/dynamodb/table.ts');"],
  ])('names %s when it imports what it may not', (file, source) => {
    expect(violations(file, source)).toEqual([expect.stringContaining(file)]);
  });

  it('lets only adapters touch AWS and the database, and only infra the CDK', () => {
    const reaching = sourceFiles().filter(
      (file) =>
        !/^(shared\/adapters|infra|tests)\//.test(file) &&
        /from '(@aws-sdk\/|aws-cdk-lib|node:sqlite)/.test(readFileSync(file, 'utf8')),
    );
    expect(reaching).toEqual([]);
  });

  it('lets nothing import the tests', () => {
    const importing = sourceFiles().filter((file) => /from '[^']*(#tests|\/tests)\//.test(readFileSync(file, 'utf8')));
    expect(importing).toEqual([]);
  });
});
