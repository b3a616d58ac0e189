import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { tableDescription } from '#shared/store/table.ts';
import { ofType, production, type Resource, synthesize, synthesized } from './synthesize.ts';

const table = ({ stateful }: { stateful: readonly Resource[] }) => ofType(stateful, 'AWS::DynamoDB::GlobalTable')[0];

describe('the table', () => {
  const dev = table(synthesized);

  it('is the one that is described', () => {
    expect(dev?.Properties).toMatchObject({
      KeySchema: [
        { AttributeName: tableDescription.partitionKey, KeyType: 'HASH' },
        { AttributeName: tableDescription.sortKey, KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: Object.entries(tableDescription.indexes).map(([IndexName, index]) => ({
        IndexName,
        KeySchema: [
          { AttributeName: index.partitionKey, KeyType: 'HASH' },
          { AttributeName: index.sortKey, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      })),
      TimeToLiveSpecification: { AttributeName: tableDescription.expiryAttribute, Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      BillingMode: 'PAY_PER_REQUEST',
    });
  });

  it('can be restored to any second, and in production outlives its stack', () => {
    const prod = table(production);
    for (const [each, kept] of [
      [dev, false],
      [prod, true],
    ] as const) {
      expect(each).toMatchObject({ DeletionPolicy: kept ? 'Retain' : 'Delete' });
      expect(each?.Properties.Replicas).toMatchObject([
        { DeletionProtectionEnabled: kept, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
      ]);
    }
  });
});

it('stays when a restored table takes its place, which everything then reads, writes and follows', () => {
  const tableStream = 'arn:aws:dynamodb:us-east-1:123456789012:table/restored/stream/2026-11-20T12:00:00.000';
  const changed = synthesize({ context: { stage: 'prod', tableStream } });
  expect(table(changed)).toEqual(table(production));
  // The application stack, deployed after this one, still imports them, and CloudFormation removes no export in use.
  expect(exportsOf(changed.statefulOutputs)).toEqual(exportsOf(production.statefulOutputs));
  expect(JSON.stringify(changed.application)).not.toMatch(/ExportsOutput\w*Table/);
  for (const { Properties } of ofType(changed.application, 'AWS::Lambda::Function')) {
    const { Variables } = z.object({ Variables: z.record(z.string(), z.json()) }).parse(Properties.Environment);
    if ('TABLE_NAME' in Variables) expect(Variables.TABLE_NAME).toBe('restored');
  }
  const [stream] = ofType(changed.application, 'AWS::Lambda::EventSourceMapping').filter(
    ({ Properties }) => Properties.StartingPosition,
  );
  expect(stream?.Properties.EventSourceArn).toBe(tableStream);
});
const exportsOf = (outputs: unknown) =>
  Object.keys(z.record(z.string(), z.json()).parse(outputs)).filter((name) => name.includes('Table'));

it('keeps long bodies in a bucket that is private, encrypted and versioned', () => {
  const [bucket] = ofType(synthesized.stateful, 'AWS::S3::Bucket');
  expect(bucket?.Properties).toMatchObject({
    VersioningConfiguration: { Status: 'Enabled' },
    PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
  });
  expect(bucket?.Properties.BucketEncryption).toBeDefined();
});

it.each([
  ['stage', 'Production!'],
  ['operatorAddress', 'nobody'],
  ['mailDomain', 'https://heliix.example'],
  ['domainName', 'success.heliix.example/'],
  ['monthlyBudget', '-1'],
  ['reserveConcurrency', 'perhaps'],
  ['tableStream', 'restored'],
  // Which regions its roles would have to be allowed is not known here.
  ['writerModel', 'global.anthropic.claude-haiku-4-5-20251001-v1:0'],
])('refuses to synthesize with a malformed %s', (name, value) => {
  expect(() => synthesize({ context: { [name]: value } })).toThrow(name);
});

it.each([
  ['a mail domain', { mailDomain: 'other.example' }, 'fromAddress'],
  ['a domain name', { domainName: 'success.heliix.example' }, 'certificateArn'],
])('refuses %s without what goes with it', (_, context, missing) => {
  expect(() => synthesize({ context })).toThrow(missing);
});

describe('the key of personal data', () => {
  it('rotates, and in production outlives its stack', () => {
    for (const [synthesis, policy] of [
      [synthesized, 'Delete'],
      [production, 'Retain'],
    ] as const)
      expect(ofType(synthesis.stateful, 'AWS::KMS::Key')).toMatchObject([
        { DeletionPolicy: policy, Properties: { EnableKeyRotation: true } },
      ]);
  });
});

describe('the operator’s account', () => {
  const [pool] = ofType(synthesized.stateful, 'AWS::Cognito::UserPool');

  it('is the only one: nobody signs up, one user is invited', () => {
    expect(pool?.Properties).toMatchObject({
      UserPoolTier: 'ESSENTIALS',
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    });
    expect(ofType(synthesized.stateful, 'AWS::Cognito::UserPoolUser')).toMatchObject([
      { Properties: { Username: 'operator@heliix.example' } },
    ]);
  });

  it('is invited with the password it begins with, and told where to add a passkey', () => {
    expect(pool?.Properties).toMatchObject({
      AdminCreateUserConfig: {
        InviteMessageTemplate: { EmailMessage: expect.stringMatching(/\{username\}.*\{####\}/) },
      },
    });
    const [client] = ofType(production.application, 'AWS::Cognito::UserPoolClient');
    const { AddPasskey } = z.object({ AddPasskey: z.object({ Value: z.json() }) }).parse(production.outputs);
    expect(JSON.stringify(AddPasskey.Value)).toMatch(
      /passkeys\/add\?client_id=.*redirect_uri=https:..success.heliix.example\/sign-in"/,
    );
    expect(JSON.stringify(AddPasskey.Value)).toContain(client?.id);
    expect(client?.Properties.CallbackURLs).toContain('https://success.heliix.example/sign-in');
  });

  it('opens with a passkey that verifies who uses it', () => {
    expect(pool?.Properties).toMatchObject({
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: expect.arrayContaining(['WEB_AUTHN']) } },
      WebAuthnUserVerification: 'required',
    });
  });

  it('cannot be deleted in production', () => {
    expect(ofType(production.stateful, 'AWS::Cognito::UserPool')).toMatchObject([
      { DeletionPolicy: 'Retain', Properties: { DeletionProtection: 'ACTIVE' } },
    ]);
  });
});
