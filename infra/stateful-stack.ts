import {
  AttributeType,
  Billing,
  type ITableV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { tableDescription } from '#shared/store/table.ts';
import { OperatorPool } from './constructs/operator-pool.ts';
import type { Settings } from './settings.ts';

/** What must outlive every deployment: the table, the key of personal data, the bucket for long bodies, the operator's account. */
export class StatefulStack extends Stack {
  readonly table: ITableV2;
  /** Wraps the data key of each client; without it no personal data can be read any more. */
  readonly dataKeys: Key;
  readonly operators: OperatorPool;

  constructor(scope: Construct, id: string, settings: Settings) {
    const forGood = settings.stage === 'prod';
    super(scope, id, { terminationProtection: forGood });
    const removalPolicy = forGood ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    const { partitionKey, sortKey, expiryAttribute, indexes } = tableDescription;
    const text = (name: string) => ({ name, type: AttributeType.STRING });

    const table = new TableV2(this, 'Table', {
      partitionKey: text(partitionKey),
      sortKey: text(sortKey),
      timeToLiveAttribute: expiryAttribute,
      globalSecondaryIndexes: Object.entries(indexes).map(([indexName, index]) => ({
        indexName,
        partitionKey: text(index.partitionKey),
        sortKey: text(index.sortKey),
        projectionType: ProjectionType.ALL,
      })),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      dynamoStream: StreamViewType.NEW_IMAGE,
      deletionProtection: forGood,
      removalPolicy,
    });
    // Exported even when nothing uses it any more, or it could not be left for a restored one.
    for (const value of [table.tableName, table.tableArn, table.tableStreamArn]) this.exportValue(value);
    // The cast only forgets that the CDK's optional properties may be undefined.
    this.table = settings.tableStream ? restored(this, settings.tableStream) : (table as ITableV2);
    this.dataKeys = new Key(this, 'DataKeys', {
      description: 'Wraps the data keys that personal data of clients are encrypted with.',
      enableKeyRotation: true,
      pendingWindow: Duration.days(forGood ? 30 : 7),
      removalPolicy,
    });
    this.operators = new OperatorPool(this, 'Operators', { settings, removalPolicy, deletionProtection: forGood });

    const blobs = new Bucket(this, 'Blobs', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
      removalPolicy,
    });
    Validations.of(blobs).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'No function reads or writes the bucket yet; who does is in CloudTrail, and a log bucket would need the same.',
    });
  }
}

/** A table that was restored beside that of the stack and takes its place (docs/deploying.md), by the ARN of its stream. */
function restored(scope: Construct, tableStreamArn: string): ITableV2 {
  const [tableArn = ''] = tableStreamArn.split('/stream/');
  return TableV2.fromTableAttributes(scope, 'Restored', { tableArn, tableStreamArn });
}
