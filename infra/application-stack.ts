import { EventBus } from 'aws-cdk-lib/aws-events';
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { FunctionDefinition } from '#functions/define-function.ts';
import { AppFunction } from './constructs/app-function.ts';
import { EventSubscription } from './constructs/event-subscription.ts';
import { FrontDoor } from './constructs/front-door.ts';
import { MailService } from './constructs/mail-service.ts';
import { MonthlyBudget } from './constructs/monthly-budget.ts';
import { Operation } from './constructs/operation.ts';
import { OperatorAlarms } from './constructs/operator-alarms.ts';
import { OperatorSignIn } from './constructs/operator-sign-in.ts';
import { OutboxStream } from './constructs/outbox-stream.ts';
import { Schedule } from './constructs/schedule.ts';
import { StageDescription } from './constructs/stage-description.ts';
import { provisions } from './provisions.ts';
import type { Settings } from './settings.ts';
import type { StatefulStack } from './stateful-stack.ts';

interface ApplicationStackProps {
  readonly functions: readonly FunctionDefinition[];
  readonly stateful: StatefulStack;
  readonly settings: Settings;
}

/** Everything that can be deployed anew at any time: the bus, the front door, and each function with what wakes it. */
export class ApplicationStack extends Stack {
  constructor(scope: Construct, id: string, { functions, stateful, settings }: ApplicationStackProps) {
    super(scope, id);
    const { table, operators, dataKeys } = stateful;
    const alarms = new OperatorAlarms(this, 'Alarms', settings);
    const bus = new EventBus(this, 'Bus');
    const mail = new MailService(this, 'Mail', settings);
    const door = new FrontDoor(this, 'FrontDoor', { alarms, settings });
    const signIn = new OperatorSignIn(this, 'SignIn', { operators, url: door.url });
    const provide = provisions({ table, bus, mail, signIn, dataKeys, url: door.url, settings });
    const description = new StageDescription(this, 'Description', { table, bus, dataKeys, settings });
    const targets: AppFunction[] = [];

    for (const definition of functions) {
      const timeout = timeoutOf(definition);
      const atOnce = settings.reserveConcurrency === 'yes' ? mostAtOnce(definition) : undefined;
      const target = new AppFunction(this, definition.name, { definition, timeout, atOnce, provide, alarms });
      targets.push(target);
      if ('on' in definition) {
        const { queue } = new EventSubscription(target, 'Events', { definition, target, bus, mail, timeout, alarms });
        description.add(definition.name, target, { queue: queue.queueUrl });
      } else if ('every' in definition) {
        new Schedule(target, 'Schedule', { every: definition.every, target });
        description.add(definition.name, target, { lambda: target.lambda.functionName });
      } else if ('stream' in definition) {
        new OutboxStream(target, 'Stream', { table, target, alarms });
        description.add(definition.name, target, { stream: true });
      } else door.open(definition, target);
    }
    new MonthlyBudget(this, 'Budget', settings);
    new Operation(this, 'Operation', { alarms, targets, door, table, settings });
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

/**
 * How many of a function may run at once. What anybody can call is bounded, or a flood would cost money and take the
 * concurrency of all others; a schedule never overlaps itself. Queues and the stream bound their functions themselves.
 */
function mostAtOnce(definition: FunctionDefinition): number | undefined {
  // Each of them costs money while it runs.
  if (asksModel(definition)) return 2;
  if ('routes' in definition) return 20;
  return 'every' in definition ? 1 : undefined;
}
