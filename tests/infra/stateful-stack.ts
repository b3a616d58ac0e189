import { describe, expect, it } from 'vitest';
import { tableDescription } from '#shared/store/table.ts';
import { ofType, type Resource, synthesize, synthesized } from './synthesize.ts';

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
    const prod = table(synthesize({ context: { stage: 'prod' } }));
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
  ['dashboardUrl', 'https://success.heliix.example/'],
])('refuses to synthesize with a malformed %s', (name, value) => {
  expect(() => synthesize({ context: { [name]: value } })).toThrow(name);
});
