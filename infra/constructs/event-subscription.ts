import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Duration, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { EventDefinition } from '#events/define-event.ts';
import type { EventFunction } from '#functions/define-function.ts';
import type { AppFunction } from './app-function.ts';
import type { MailService } from './mail-service.ts';
import type { OperatorAlarms } from './operator-alarms.ts';

interface EventSubscriptionProps {
  readonly definition: EventFunction;
  readonly target: AppFunction;
  readonly bus: EventBus;
  /** Whose reports are meant where the account's own bus brings them. */
  readonly mail: MailService;
  /** The target's timeout. */
  readonly timeout: Duration;
  readonly alarms: OperatorAlarms;
}

/**
 * Brings the events a function listens to from the bus, ours or the account's, to the function: rule, queue, batches of
 * ten with partial failures, few at once. What a rule cannot deliver or the function cannot handle ends in its dead letters.
 */
export class EventSubscription extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: EventSubscriptionProps) {
    super(scope, id);
    const { definition, target, bus, mail, timeout, alarms } = props;
    const deadLetters = target.deadLetters.queue;
    const { workers, batch } = definition.queue ?? { workers: 5, batch: 10 };
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // AWS advises six times the function's timeout, so that a message is not delivered while it is being handled.
      visibilityTimeout: Duration.seconds(6 * timeout.toSeconds()),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
    });
    const targets = [
      new SqsQueue(this.queue, { deadLetterQueue: deadLetters, retryAttempts: 185, maxEventAge: Duration.days(1) }),
    ];
    const [ours, ofTheAccount] = [definition.on.filter((event) => !event.bus), definition.on.filter(({ bus }) => bus)];
    if (ours.length > 0) new Rule(this, 'Rule', { eventBus: bus, eventPattern: patternOf(ours), targets });
    if (ofTheAccount.length > 0)
      new Rule(this, 'AccountRule', {
        eventPattern: { ...patternOf(ofTheAccount), detail: mail.reportsOnly },
        targets,
      });
    target.lambda.addEventSource(
      new SqsEventSource(this.queue, { batchSize: batch, maxConcurrency: workers, reportBatchItemFailures: true }),
    );
    const metric = this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5), statistic: 'max' });
    alarms.watch(this, 'Late', 'late-queue', { metric, above: 3600, subject: `For ${definition.name},` });
    Validations.of(target.lambda).acknowledge({
      id: 'Serverless-LambdaEventSourceMappingDestination',
      reason:
        'Lambda knows no failure destination for SQS: after five receives the queue itself moves a message to the dead letters.',
    });
  }
}

const patternOf = (events: readonly EventDefinition[]) => ({
  source: unique(events.map(({ source }) => source)),
  detailType: unique(events.map(({ detailType }) => detailType)),
});
const unique = (texts: readonly string[]) => [...new Set(texts)];
