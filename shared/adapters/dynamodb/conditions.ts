import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Change } from '#shared/ports/table.ts';
import { tableDescription } from '#shared/store/table.ts';

export interface Condition {
  readonly ConditionExpression: string | undefined;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, AttributeValue>;
}

const { partitionKey, versionAttribute, expiryAttribute } = tableDescription;

/**
 * What a change requires of the stored item, as a condition of its write; `now` in seconds. DynamoDB deletes expired
 * items some days late, so each condition treats them as gone.
 */
export function conditionFor(require: Change['require'], now: number): Condition {
  if (require === 'any') return { ConditionExpression: undefined };
  const nowValue = { ':now': { N: String(now) } };
  if (require === 'absent')
    return {
      ConditionExpression: 'attribute_not_exists(#pk) OR #expiry <= :now',
      ExpressionAttributeNames: { '#pk': partitionKey, '#expiry': expiryAttribute },
      ExpressionAttributeValues: nowValue,
    };
  return {
    ConditionExpression: '#version = :version AND (attribute_not_exists(#expiry) OR #expiry > :now)',
    ExpressionAttributeNames: { '#version': versionAttribute, '#expiry': expiryAttribute },
    ExpressionAttributeValues: { ...nowValue, ':version': { N: String(require.version) } },
  };
}
