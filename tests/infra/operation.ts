import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { alarmKinds } from '#infra/alarms.ts';
import { ofType, production, synthesized } from './synthesize.ts';

const text = (value: unknown) => JSON.stringify(value);
const alarms = ofType(synthesized.application, 'AWS::CloudWatch::Alarm');
const kindOf = (description: unknown) =>
  /^([a-z-]+): .+ Runbook: .+ More: docs\/operating\.md#\1$/.exec(String(description))?.[1];
const guide = readFileSync('docs/operating.md', 'utf8');

describe('alarms', () => {
  it('tell the operator, and what to do first', () => {
    for (const { Properties } of alarms) {
      expect(Properties.AlarmActions, text(Properties)).toHaveLength(1);
      expect(kindOf(Properties.AlarmDescription), text(Properties)).toBeDefined();
    }
  });

  it('may publish to the topic that mails them, which its own policy would otherwise leave to nobody', () => {
    const statement = z.object({
      Effect: z.string(),
      Action: z.string(),
      Principal: z.json(),
      Condition: z.json().optional(),
    });
    const Policy = z.object({ Topics: z.json(), PolicyDocument: z.object({ Statement: z.array(statement) }) });
    const [topic] = ofType(synthesized.application, 'AWS::SNS::Topic');
    const policies = ofType(synthesized.application, 'AWS::SNS::TopicPolicy').map(({ Properties }) =>
      Policy.parse(Properties),
    );
    expect(policies).toMatchObject([{ Topics: [{ Ref: topic?.id }] }]);
    const [allowed, ...others] = policies
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter(({ Effect }) => Effect === 'Allow');
    expect(others).toEqual([]);
    expect(allowed).toMatchObject({ Action: 'sns:Publish', Principal: { Service: 'cloudwatch.amazonaws.com' } });
    expect(text(allowed?.Condition)).toMatch(/ArnLike.*aws:SourceArn.*:cloudwatch:.*:alarm:\*/);
    for (const { Properties } of alarms) expect(Properties.AlarmActions).toEqual([{ Ref: topic?.id }]);
  });

  it('each have their section in the operator’s guide, with meaning, first look and remedy, and each section its alarm', () => {
    const kinds = new Set(alarms.map(({ Properties }) => kindOf(Properties.AlarmDescription)));
    expect([...kinds].toSorted()).toEqual(Object.keys(alarmKinds).toSorted());

    const [, listed = ''] = guide.split('\n## Alarms\n');
    const [described = ''] = listed.split('\n## ');
    const sections = described.split('\n### ').slice(1);
    expect(sections.map((section) => section.split('\n')[0]).toSorted()).toEqual(Object.keys(alarmKinds).toSorted());
    for (const section of sections)
      for (const part of ['**Means.**', '**Look first.**', '**Remedy.**']) expect(section).toContain(part);
  });

  it('are on when nobody counts stale scores, and off when there is nothing else to count', () => {
    for (const { Properties } of alarms)
      expect(Properties.TreatMissingData, text(Properties.AlarmDescription)).toBe(
        kindOf(Properties.AlarmDescription) === 'stale-scores' ? 'breaching' : 'notBreaching',
      );
  });
});

it('shows the operator one dashboard with everything the guide speaks of', () => {
  const [dashboard, ...others] = ofType(synthesized.application, 'AWS::CloudWatch::Dashboard');
  expect(others).toEqual([]);
  const body = text(dashboard?.Properties.DashboardBody);
  for (const shown of [
    'StaleScores',
    'ClientsScored',
    'MailsInDoubt',
    'MetricName=',
    'BouncedPercent',
    'ComplainedPercent',
    'AgentRuns',
    'AgentDollars',
    'RefusedWebhooks',
    'EstimatedCharges',
    'Dead letters',
    'Throttles',
  ])
    expect(body).toContain(shown);
});

it('costs in standing what the guide to deploying adds up', () => {
  const costs = readFileSync('docs/deploying.md', 'utf8').split('\n## What it costs\n')[1] ?? '';
  expect(costs).toContain(`| ${alarms.length} at $0.10, ten are free | ${((alarms.length - 10) / 10).toFixed(2)} |`);
  const polled = ofType(synthesized.application, 'AWS::Lambda::EventSourceMapping').filter(
    ({ Properties }) => Properties.ScalingConfig,
  );
  expect(costs).toContain(`: ${polled.length} queues x 650,000 x $0.40 a million`);
});

it('mails the operator when the month costs more than it may', () => {
  const [budget] = ofType(production.application, 'AWS::Budgets::Budget');
  expect(budget?.Properties).toMatchObject({
    Budget: { BudgetLimit: { Amount: 80, Unit: 'USD' }, TimeUnit: 'MONTHLY' },
    NotificationsWithSubscribers: ['ACTUAL', 'FORECASTED'].map((NotificationType) => ({
      Notification: { NotificationType },
      Subscribers: [{ Address: 'operator@heliix.example' }],
    })),
  });
});

describe('domains of our own', () => {
  const outputs = z.record(z.string(), z.object({ Value: z.json() })).parse(production.outputs);

  it('sign mail with DKIM, and say what DNS must say', () => {
    expect(ofType(production.application, 'AWS::SES::EmailIdentity')).toMatchObject([
      {
        Properties: {
          EmailIdentity: 'heliix.example',
          DkimAttributes: { SigningEnabled: true },
          MailFromAttributes: { MailFromDomain: 'bounce.heliix.example', BehaviorOnMxFailure: 'REJECT_MESSAGE' },
        },
      },
    ]);
    for (const record of ['DnsDkim1', 'DnsDkim2', 'DnsDkim3', 'DnsMailFrom']) expect(outputs[record]).toBeDefined();
    expect(text(outputs.DnsSpf)).toContain('v=spf1 include:amazonses.com -all');
    expect(text(outputs.DnsDmarc)).toContain('_dmarc.heliix.example TXT');
  });

  it('shut the door that API Gateway would open, and lead links and the sign-in to ours', () => {
    expect(ofType(production.application, 'AWS::ApiGatewayV2::Api')).toMatchObject([
      { Properties: { DisableExecuteApiEndpoint: true } },
    ]);
    expect(ofType(production.application, 'AWS::Cognito::UserPoolClient')).toMatchObject([
      {
        Properties: {
          CallbackURLs: ['https://success.heliix.example/sign-in/callback', 'https://success.heliix.example/sign-in'],
          AllowedOAuthFlows: ['code'],
          GenerateSecret: false,
        },
      },
    ]);
  });
});

it('stays well below the 500 resources that CloudFormation takes in a stack', () => {
  for (const { application, stateful } of [synthesized, production])
    for (const resources of [application, stateful]) expect(resources.length).toBeLessThan(475);
});
