import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Duration, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { OperatorAlarms } from './operator-alarms.ts';

interface DeadLettersProps {
  /** Whose failures end here. */
  readonly functionName: string;
  readonly alarms: OperatorAlarms;
}

/** Where everything ends that a function failed to handle, with an alarm as soon as there is one. */
export class DeadLetters extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { functionName, alarms }: DeadLettersProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const metric = this.queue.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(1),
      statistic: 'max',
    });
    alarms.watch(this, 'Waiting', 'dead-letters', { metric, above: 0, subject: functionName });

    const reason = 'This is the dead-letter queue itself.';
    Validations.of(this.queue).acknowledge(
      { id: 'AwsSolutions-SQS3', reason },
      { id: 'Serverless-SQSRedrivePolicy', reason },
    );
  }
}
