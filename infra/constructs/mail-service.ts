import { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

/**
 * The mail service: whom mail comes from, and a configuration set that reports what became of each mail on the account's
 * default bus, the only one SES can report to.
 */
export class MailService extends Construct {
  readonly configurationSet: ConfigurationSet;
  readonly #sender: EmailIdentity;

  constructor(scope: Construct, id: string, { fromAddress }: { readonly fromAddress: string }) {
    super(scope, id);
    this.#sender = new EmailIdentity(this, 'Sender', { identity: Identity.email(fromAddress) });
    this.configurationSet = new ConfigurationSet(this, 'Reports', {
      reputationMetrics: true,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
    this.configurationSet.addEventDestination('Bus', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'AccountBus', 'default')),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });
  }

  /** Other stages and other systems of the account report on the same bus. */
  get reportsOnly() {
    return { mail: { tags: { 'ses:configuration-set': [this.configurationSet.configurationSetName] } } };
  }

  /** Sending, from this address alone, with the configuration set. */
  sendingAs(address: string): PolicyStatement {
    const { configurationSetName } = this.configurationSet;
    const reports = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: configurationSetName,
    });
    return new PolicyStatement({
      actions: ['ses:SendRawEmail'],
      resources: [this.#sender.emailIdentityArn, reports],
      conditions: { StringEquals: { 'ses:FromAddress': address } },
    });
  }
}
