import { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  MailFromBehaviorOnMxFailure,
} from 'aws-cdk-lib/aws-ses';
import { CfnOutput, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/**
 * The mail service: whom mail comes from, and a configuration set that reports what became of each mail on the account's
 * default bus, the only one SES can report to. For a domain, the outputs are the DNS records that let receivers verify it.
 */
export class MailService extends Construct {
  readonly configurationSet: ConfigurationSet;
  readonly #sender: EmailIdentity;

  constructor(scope: Construct, id: string, { fromAddress, mailDomain, operatorAddress }: Settings) {
    super(scope, id);
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
    this.#sender = new EmailIdentity(this, 'Sender', {
      identity: mailDomain ? Identity.domain(mailDomain) : Identity.email(fromAddress),
      configurationSet: this.configurationSet,
      ...(mailDomain && {
        dkimSigning: true,
        mailFromDomain: `bounce.${mailDomain}`,
        mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.REJECT_MESSAGE,
      }),
    });
    if (mailDomain) this.#describeRecords(mailDomain, operatorAddress);
  }

  /** Other stages and other systems of the account report on the same bus. */
  get reportsOnly() {
    return { mail: { tags: { 'ses:configuration-set': [this.configurationSet.configurationSetName] } } };
  }

  /**
   * Sending, from this address alone, with the configuration set. To recipients who are identities of the account SES asks
   * for the right to those too, and in its sandbox all recipients are; so the condition bounds it, not the identity.
   */
  sendingAs(address: string): PolicyStatement {
    const { configurationSetName } = this.configurationSet;
    const ours = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
    return new PolicyStatement({
      actions: ['ses:SendRawEmail'],
      resources: [ours('identity', '*'), ours('configuration-set', configurationSetName)],
      conditions: { StringEquals: { 'ses:FromAddress': address } },
    });
  }

  /** What DNS must say of the domain; the stack prints it, because its DNS may be anywhere. */
  #describeRecords(mailDomain: string, operatorAddress: string): void {
    const { region } = Stack.of(this);
    const say = (name: string, value: string) => new CfnOutput(Stack.of(this), name, { value });
    for (const [position, { name, value }] of this.#sender.dkimRecords.entries())
      say(`DnsDkim${position + 1}`, `${name} CNAME ${value}`);
    say('DnsMailFrom', `bounce.${mailDomain} MX 10 feedback-smtp.${region}.amazonses.com`);
    say('DnsSpf', `bounce.${mailDomain} TXT "v=spf1 include:amazonses.com -all"`);
    say(
      'DnsDmarc',
      `_dmarc.${mailDomain} TXT "v=DMARC1; p=quarantine; adkim=r; aspf=r; rua=mailto:${operatorAddress}"`,
    );
  }
}
