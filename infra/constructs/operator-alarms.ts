import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

/** Where alarms are announced: the operator's mailbox, on a path that does not depend on our own functions. */
export class OperatorAlarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { operatorAddress }: { readonly operatorAddress: string }) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(operatorAddress));
    Validations.of(this.topic).acknowledge({
      id: 'Serverless-SNSRedrivePolicy',
      reason:
        'An alarm that could not be mailed is still on in CloudWatch; a queue of such mails would need an alarm itself.',
    });
  }
}
