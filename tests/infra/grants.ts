import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Need } from '#functions/define-function.ts';
import { functions } from '#functions/index.ts';
import { ofType, synthesized } from './synthesize.ts';

const { application } = synthesized;

const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const Statement = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: texts,
  Resource: z.union([z.array(z.json()), z.json().transform((one) => [one])]),
});
const Policy = z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }) });

/** The statements of every role whose name begins like this. */
const statements = (prefix: string) =>
  ofType(application, 'AWS::IAM::Policy')
    .filter(({ id }) => id.startsWith(prefix.replaceAll('-', '')))
    .flatMap(({ Properties }) => Policy.parse(Properties).PolicyDocument.Statement);

const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const allowedFor: Readonly<Record<Need, readonly string[]>> = {
  'table:read': reading,
  'table:write': [...reading, 'dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
  'operators:admit': ['ssm:GetParameter'],
  'identity:ask': [],
  'personal-data:open': ['kms:Decrypt', 'kms:GenerateDataKey'],
  'pseudonyms:make': ['kms:Decrypt', 'kms:GenerateDataKey'],
  'bus:publish': ['events:PutEvents'],
  'mail:send': ['ses:SendRawEmail'],
  'mail:queue': [],
  'secrets:read': ['ssm:GetParameter'],
  'meetings:arrange': ['ssm:GetParameter'],
};

describe.each(functions.map((definition) => [definition.name, definition] as const))('%s', (name, { needs }) => {
  it('may do exactly what it needs, beside writing its log and being woken', () => {
    const wiring = /^(logs|sqs):|^dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams)$/;
    const granted = statements(`${name}Role`)
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Action }) => Action)
      .filter((action) => !wiring.test(action));
    expect(new Set(granted)).toEqual(new Set(needs.flatMap((need) => allowedFor[need])));
  });

  it('may never scan or delete the table', () => {
    const denied = statements(`${name}Role`).filter(({ Effect }) => Effect === 'Deny');
    const touchesTable = needs.some((need) => need.startsWith('table:'));
    expect(denied.flatMap(({ Action }) => Action).sort()).toEqual(
      touchesTable ? ['dynamodb:DeleteTable', 'dynamodb:Scan'] : [],
    );
  });
});

describe('no role', () => {
  it('may do anything to everything', () => {
    const all = statements('');
    expect(all.length).toBeGreaterThan(functions.length);
    for (const { Action, Resource } of all) {
      for (const action of Action) expect(action).not.toContain('*');
      for (const resource of Resource) expect(JSON.stringify(resource)).not.toContain('*');
    }
  });

  it('comes from a list that AWS may lengthen', () => {
    for (const { Properties } of ofType(application, 'AWS::IAM::Role'))
      expect(Properties.ManagedPolicyArns).toBeUndefined();
  });

  it('reads a secret but those of webhooks of this stage', () => {
    const secrets = statements('receive-webhook').filter(({ Action }) => Action.includes('ssm:GetParameter'));
    for (const resource of secrets.flatMap(({ Resource }) => Resource))
      expect(JSON.stringify(resource)).toMatch(/parameter\/heliix-csm\/dev\/webhooks\/[a-z]+"/);
  });
});
