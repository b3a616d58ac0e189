import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { tableDescription } from '#shared/store/table.ts';

/** The audit trail only grows: what was written there is never changed or removed. */
const auditTrail = 'AUDIT#*';

/**
 * Reading and writing the table, within the partitions that begin like this when they are given, and what is denied even if
 * another policy should allow it one day. A transaction needs the permissions of the changes in it.
 */
export function tableGrants(table: ITableV2, partitions: readonly string[] | undefined) {
  const indexes = Object.keys(tableDescription.indexes).map((index) => `${table.tableArn}/index/${index}`);
  const within = partitions && {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions.map((begins) => `${begins}*`) },
  };
  const allow = (actions: string[], resources: string[]) =>
    new PolicyStatement({ actions, resources, ...(within && { conditions: within }) });
  const never = (actions: string[], conditions?: Record<string, unknown>) =>
    new PolicyStatement({
      effect: Effect.DENY,
      actions,
      resources: [table.tableArn, ...indexes],
      ...(conditions && { conditions }),
    });
  return {
    read: [
      allow(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], [table.tableArn]),
      allow(['dynamodb:Query'], indexes),
      never(['dynamodb:Scan', 'dynamodb:DeleteTable']),
    ],
    write: [
      allow(['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'], [table.tableArn]),
      never(['dynamodb:DeleteItem', 'dynamodb:UpdateItem'], {
        'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [auditTrail] },
      }),
    ],
  };
}
