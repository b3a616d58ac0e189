import type { ITable, ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { tableDescription } from '#shared/store/table.ts';
import type { AppFunction } from './app-function.ts';
import type { OperatorAlarms } from './operator-alarms.ts';

interface OutboxStreamProps {
  readonly table: ITableV2;
  readonly target: AppFunction;
  readonly alarms: OperatorAlarms;
}

/**
 * Hands inserted items that announce an event to a function. A batch that fails is halved and tried again, at most ten
 * times; what still fails leaves its place in the stream in the dead letters (the item itself is in the table).
 */
export class OutboxStream extends Construct {
  constructor(scope: Construct, id: string, { table, target, alarms }: OutboxStreamProps) {
    super(scope, id);
    target.lambda.addEventSource(
      // The cast only forgets that the CDK's optional properties may be undefined.
      new DynamoEventSource(table as ITable, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        bisectBatchOnError: true,
        retryAttempts: 10,
        maxRecordAge: Duration.hours(12),
        onFailure: new SqsDlq(target.deadLetters.queue),
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.isEqual('INSERT'),
            dynamodb: { NewImage: { [tableDescription.stream.attribute]: { BOOL: [true] } } },
          }),
        ],
      }),
    );
    const metric = target.lambda.metric('IteratorAge', { period: Duration.minutes(1), statistic: 'max' });
    alarms.watch(this, 'Late', 'late-outbox', { metric, above: 5 * 60_000, periods: 3, subject: 'The outbox:' });
  }
}
