import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { ScheduledFunction } from '#functions/define-function.ts';
import type { AppFunction } from './app-function.ts';

interface ScheduleProps {
  readonly every: ScheduledFunction['every'];
  readonly target: AppFunction;
}

/**
 * Wakes a function once a day at a time in its own zone, summer and winter, or again and again. When it cannot be woken
 * for an hour, that ends in its dead letters. Plain CloudFormation, because the CDK's target also allows every version
 * of the function.
 */
export class Schedule extends Construct {
  constructor(scope: Construct, id: string, { every, target }: ScheduleProps) {
    super(scope, id);
    const deadLetters = target.deadLetters.queue;
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    const allow = (action: string, resource: string) =>
      role.addToPolicy(new PolicyStatement({ actions: [action], resources: [resource] }));
    allow('lambda:InvokeFunction', target.lambda.functionArn);
    allow('sqs:SendMessage', deadLetters.queueArn);

    const schedule = new CfnSchedule(this, 'Schedule', {
      ...expressionOf(every),
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.lambda.functionArn,
        roleArn: role.roleArn,
        deadLetterConfig: { arn: deadLetters.queueArn },
        retryPolicy: { maximumEventAgeInSeconds: Duration.hours(1).toSeconds(), maximumRetryAttempts: 10 },
      },
    });
    schedule.node.addDependency(role);
  }
}

function expressionOf(every: ScheduledFunction['every']) {
  if ('minutes' in every) {
    const minutes = every.minutes === 60 ? '0' : `0/${every.minutes}`;
    return { scheduleExpression: `cron(${minutes} * * * ? *)`, scheduleExpressionTimezone: 'UTC' };
  }
  const [hour, minute] = every.at.split(':').map(Number);
  return { scheduleExpression: `cron(${minute} ${hour} * * ? *)`, scheduleExpressionTimezone: every.zone };
}
