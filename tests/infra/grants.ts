import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Need } from '#functions/define-function.ts';
import { functions } from '#functions/index.ts';
import { ofType, synthesize, synthesized } from './synthesize.ts';

const { application } = synthesized;

const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const Statement = z.object({
  Condition: z.record(z.string(), z.record(z.string(), z.json())).optional(),
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
  'model:invoke': ['bedrock:InvokeModel'],
};

const forbiddenToAgents = [
  'ses:SendEmail',
  'ses:SendRawEmail',
  'ses:SendBulkEmail',
  'ses:SendTemplatedEmail',
  'dynamodb:PutItem',
  'dynamodb:DeleteItem',
  'dynamodb:UpdateItem',
];

describe.each(functions.map((definition) => [definition.name, definition] as const))('%s', (name, { needs }) => {
  it('may do exactly what it needs, beside writing its log and being woken', () => {
    const wiring = /^(logs|sqs|xray):|^dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams)$/;
    const granted = statements(`${name}Role`)
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Action }) => Action)
      .filter((action) => !wiring.test(action));
    expect(new Set(granted)).toEqual(new Set(needs.flatMap((need) => allowedFor[need])));
  });

  it('may never scan or delete the table, change what the audit trail holds nor, as an agent, mail or write what is mailed', () => {
    const denied = statements(`${name}Role`).filter(({ Effect }) => Effect === 'Deny');
    const touchesTable = needs.some((need) => need.startsWith('table:'));
    expect(denied.flatMap(({ Action }) => Action).sort()).toEqual(
      [
        ...(touchesTable ? ['dynamodb:DeleteTable', 'dynamodb:Scan'] : []),
        ...(needs.includes('table:write') ? ['dynamodb:DeleteItem', 'dynamodb:UpdateItem'] : []),
        ...(needs.includes('model:invoke') ? forbiddenToAgents : []),
      ].sort(),
    );
  });
});

describe('the partitions of the table', () => {
  const limited = functions.filter(({ partitions }) => partitions !== undefined);

  it('are a condition of every grant on the table that a function with declared partitions has', () => {
    expect(limited.length).toBeGreaterThan(5);
    for (const { name, needs, partitions = [] } of limited) {
      const opens = needs.includes('personal-data:open') ? ['DATA-KEY#*'] : [];
      const keys = { 'dynamodb:LeadingKeys': [...partitions.map((begins) => `${begins}*`), ...opens] };
      const onTable = statements(`${name}Role`).filter(
        ({ Effect, Action }) =>
          Effect === 'Allow' && Action.some((action) => allowedFor['table:write'].includes(action)),
      );
      expect(onTable.length).toBeGreaterThan(0);
      for (const { Condition } of onTable) expect(Condition, name).toEqual({ 'ForAllValues:StringLike': keys });
    }
  });

  it('are declared by all that touch the table, and hold no pattern', () => {
    const touching = functions.filter(({ needs }) => needs.some((need) => need.startsWith('table:')));
    expect(touching.length).toBeGreaterThan(20);
    for (const { name, partitions = [] } of touching) {
      expect(partitions.length, name).toBeGreaterThan(0);
      for (const begins of partitions) expect(begins, name).toMatch(/^[A-Z][A-Z-]*#?$/);
    }
  });

  it('that hold the audit trail may be written to, never changed', () => {
    const denied = statements('').filter(
      ({ Effect, Condition }) => Effect === 'Deny' && JSON.stringify(Condition ?? {}).includes('AUDIT#'),
    );
    expect(denied.length).toBe(functions.filter(({ needs }) => needs.includes('table:write')).length);
    for (const { Condition } of denied)
      expect(Condition).toEqual({ 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['AUDIT#*'] } });
  });
});

describe('no role', () => {
  it('may do anything to everything', () => {
    const all = statements('');
    expect(all.length).toBeGreaterThan(functions.length);
    for (const { Effect, Action, Resource } of all) {
      // What is forbidden may be forbidden everywhere.
      if (Effect === 'Deny') continue;
      for (const action of Action) expect(action).not.toContain('*');
      const tracing = Action.every((action) => action.startsWith('xray:'));
      const mailing = Action.every((action) => action === 'ses:SendRawEmail');
      for (const resource of Resource) if (!tracing && !mailing) expect(JSON.stringify(resource)).not.toContain('*');
    }
  });

  it('mails from any address but ours, though to identities of the account as well, which all are in SES’s sandbox', () => {
    const [mailing, ...others] = statements('').filter(
      ({ Effect, Action }) => Effect === 'Allow' && Action.includes('ses:SendRawEmail'),
    );
    expect(others).toEqual([]);
    expect(mailing?.Action).toEqual(['ses:SendRawEmail']);
    expect(mailing?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'success@heliix.example' } });
    expect(
      mailing?.Resource.map((resource) => /:(identity|configuration-set)\//.exec(JSON.stringify(resource))?.[1]),
    ).toEqual(['configuration-set', 'identity']);
    expect(JSON.stringify(mailing?.Resource)).toContain(':identity/*"');
  });

  it('comes from a list that AWS may lengthen', () => {
    for (const { Properties } of ofType(application, 'AWS::IAM::Role'))
      expect(Properties.ManagedPolicyArns).toBeUndefined();
  });

  it('reads a secret but those it declared, of this stage', () => {
    const readers = functions.filter(({ needs }) => needs.includes('secrets:read'));
    expect(readers.length).toBeGreaterThan(1);
    for (const { name, secrets = [] } of readers) {
      expect(secrets.length, name).toBeGreaterThan(0);
      const granted = statements(`${name}Role`)
        .filter(({ Action }) => Action.includes('ssm:GetParameter'))
        .flatMap(({ Resource }) => Resource.map((resource) => /parameter\/(.*)"/.exec(JSON.stringify(resource))?.[1]));
      expect(granted.toSorted(), name).toEqual(secrets.map((secret) => `heliix-csm/dev/${secret}`).toSorted());
    }
  });

  it.each(['dispatch-mail', 'recipient-pages'])('of %s reads the secret of a webhook', (name) => {
    const secrets = statements(`${name}Role`).filter(({ Action }) => Action.includes('ssm:GetParameter'));
    const resources = secrets.flatMap(({ Resource }) => Resource);
    expect(resources.length).toBeGreaterThan(0);
    for (const resource of resources)
      expect(JSON.stringify(resource)).toMatch(/parameter\/heliix-csm\/dev\/mail\/recipients"/);
  });
});

describe('a function that asks a model', () => {
  const agents = functions.filter(({ needs }) => needs.includes('model:invoke'));

  it('may ask exactly the models of this deployment', () => {
    expect(agents.length).toBeGreaterThanOrEqual(6);
    for (const { name } of agents) {
      const asks = statements(`${name}Role`).find(({ Action }) => Action.includes('bedrock:InvokeModel'));
      expect(asks?.Resource.length).toBeGreaterThan(0);
      for (const resource of asks?.Resource ?? [])
        expect(JSON.stringify(resource)).toMatch(/(foundation-model|inference-profile)\/[a-z.]*claude-haiku-4-5/);
    }
  });

  it.each([
    ['a profile', 'eu.amazon.nova-lite-v1:0', ['inference-profile/eu.', ...Array<string>(6).fill('foundation-model/')]],
    ['a model', 'amazon.nova-lite-v1:0', ['foundation-model/']],
  ])('is allowed %s with its model in every region that may answer', (_, model, kinds) => {
    const other = synthesize({ context: { readerModel: model, writerModel: model } }).application;
    const policy = ofType(other, 'AWS::IAM::Policy').find(({ id }) => id.startsWith('askclientRole'));
    const asks = Policy.parse(policy?.Properties).PolicyDocument.Statement.find(({ Action }) =>
      Action.includes('bedrock:InvokeModel'),
    );
    const arns = (asks?.Resource ?? []).map((resource) => JSON.stringify(resource));
    for (const arn of arns) expect(arn).toContain('amazon.nova-lite-v1:0');
    expect(arns.map((arn) => /inference-profile\/eu\.|foundation-model\//.exec(arn)?.[0]).toSorted()).toEqual(
      kinds.toSorted(),
    );
    expect(new Set(arns).size).toBe(kinds.length);
  });

  it('never has mail or secrets', () => {
    for (const { needs } of agents)
      expect(needs).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(mail|secrets):/)]));
  });
});
