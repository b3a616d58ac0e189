import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { ArnFormat, Stack, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type AlarmKind, describeAlarm } from '../alarms.ts';

interface Watched {
  readonly metric: IMetric;
  /** The alarm is on while the metric lies above this. */
  readonly above: number;
  /** Whom it is about, in the alarm's text. */
  readonly subject: string;
  /** How many periods in a row; by default one. */
  readonly periods?: number;
  /** Whether silence is as bad. */
  readonly alsoWhenMissing?: boolean;
}

/** Where alarms are announced: the operator's mailbox, on a path that does not depend on our own functions. */
export class OperatorAlarms extends Construct {
  readonly all: Alarm[] = [];
  readonly #topic: Topic;

  constructor(scope: Construct, id: string, { operatorAddress }: { readonly operatorAddress: string }) {
    super(scope, id);
    this.#topic = new Topic(this, 'Topic', { enforceSSL: true });
    // A policy of our own takes the place of the default one, which lets alarms of the account publish.
    const { COLON_RESOURCE_NAME: arnFormat } = ArnFormat;
    const ofTheAccount = { service: 'cloudwatch', resource: 'alarm', resourceName: '*', arnFormat };
    this.#topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.#topic.topicArn],
        conditions: { ArnLike: { 'aws:SourceArn': Stack.of(this).formatArn(ofTheAccount) } },
      }),
    );
    this.#topic.addSubscription(new EmailSubscription(operatorAddress));
    Validations.of(this.#topic).acknowledge({
      id: 'Serverless-SNSRedrivePolicy',
      reason:
        'An alarm that could not be mailed is still on in CloudWatch; a queue of such mails would need an alarm itself.',
    });
  }

  /** Puts an alarm of a kind beside what it watches. */
  watch(scope: Construct, id: string, kind: AlarmKind, watched: Watched): void {
    const { metric, above, subject, periods = 1, alsoWhenMissing = false } = watched;
    const alarm = new Alarm(scope, id, {
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: alsoWhenMissing ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: describeAlarm(kind, subject),
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
    this.all.push(alarm);
  }
}
