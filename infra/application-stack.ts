import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { FunctionDefinition } from '#functions/define-function.ts';
import { AppFunction } from './constructs/app-function.ts';
import { EventSubscription } from './constructs/event-subscription.ts';
import { FrontDoor } from './constructs/front-door.ts';
import { MailService } from './constructs/mail-service.ts';
import { OperatorAlarms } from './constructs/operator-alarms.ts';
import { OutboxStream } from './constructs/outbox-stream.ts';
import { Schedule } from './constructs/schedule.ts';
import { provisions } from './provisions.ts';
import type { Settings } from './settings.ts';

interface ApplicationStackProps {
  readonly functions: readonly FunctionDefinition[];
  readonly table: TableV2;
  readonly settings: Settings;
}

/** Everything that can be deployed anew at any time: the bus, the front door, and each function with what wakes it. */
export class ApplicationStack extends Stack {
  constructor(scope: Construct, id: string, { functions, table, settings }: ApplicationStackProps) {
    super(scope, id);
    const { topic: alarms } = new OperatorAlarms(this, 'Alarms', { operatorAddress: settings.operatorAddress });
    const bus = new EventBus(this, 'Bus');
    const mail = new MailService(this, 'Mail', { fromAddress: settings.fromAddress });
    const door = new FrontDoor(this, 'FrontDoor', { alarms });
    const provide = provisions({ table, bus, mail, settings });

    const atOnceOf = (definition: FunctionDefinition) => (asksModel(definition) ? settings.agentsAtOnce : undefined);

    for (const definition of functions) {
      const timeout = timeoutOf(definition);
      const target = new AppFunction(this, definition.name, {
        definition,
        timeout,
        provide,
        alarms,
        atOnce: atOnceOf(definition),
      });
      if ('on' in definition) new EventSubscription(target, 'Events', { definition, target, bus, mail, timeout });
      else if ('every' in definition) new Schedule(target, 'Schedule', { every: definition.every, target });
      else if ('stream' in definition) new OutboxStream(target, 'Stream', { table, target });
      else door.open(definition, target);
    }
    new CfnOutput(this, 'Url', { value: door.url, description: 'Where webhooks are sent and the dashboard is.' });
    new CfnOutput(this, 'TableName', { value: table.tableName });
  }
}

const asksModel = ({ needs }: FunctionDefinition) => needs.includes('model:invoke');

/** API Gateway waits 29 seconds at most; a portfolio may take minutes, an agent one; the rest is quick or broken. */
function timeoutOf(definition: FunctionDefinition): Duration {
  if ('routes' in definition) return Duration.seconds(asksModel(definition) ? 29 : 15);
  if (asksModel(definition)) return Duration.seconds(90);
  return 'every' in definition ? Duration.minutes(5) : Duration.seconds(30);
}
