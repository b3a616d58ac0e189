import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { functions } from '#functions/index.ts';
import { ofType, type Resource, synthesized } from './synthesize.ts';

const { application } = synthesized;
const text = (value: unknown) => JSON.stringify(value);

const Document = z.object({ Statement: z.array(z.object({ Effect: z.string(), Action: z.json() })) });

/** The resources that belong to one function: the CDK puts the path of constructs before their names. */
const belongingTo = (name: string, resources: readonly Resource[] = application) =>
  resources.filter(({ id }) => id.startsWith(name.replaceAll('-', '')));
const only = (resources: readonly Resource[], type: string): Resource => {
  const [found, ...others] = ofType(resources, type);
  if (!found || others.length > 0) throw new Error(`${ofType(resources, type).length} of ${type}`);
  return found;
};

describe.each(functions.map((definition) => [definition.name, definition] as const))('%s', (name, definition) => {
  const own = belongingTo(name);
  const lambda = only(own, 'AWS::Lambda::Function');

  it('runs on Node 24 and arm64, with bounded time', () => {
    expect(lambda.Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    expect(lambda.Properties.Timeout).toBeLessThanOrEqual(300);
  });

  it('keeps its log for a bounded time', () => {
    const log = only(own, 'AWS::Logs::LogGroup');
    expect(log.Properties.RetentionInDays).toBe(90);
    expect(lambda.Properties.LoggingConfig).toMatchObject({ LogFormat: 'JSON', LogGroup: { Ref: log.id } });
  });

  it('has dead letters for what it fails to handle, and an alarm on the first one', () => {
    const destination = text(only(own, 'AWS::Lambda::EventInvokeConfig').Properties.DestinationConfig);
    const alarms = ofType(own, 'AWS::CloudWatch::Alarm');
    const alarm = alarms.find(({ id }) => id.includes('DeadLetters'));
    if (!alarm) throw new Error(`${name} has no alarm on its dead letters`);
    const letters = ofType(own, 'AWS::SQS::Queue').find(({ id }) => destination.includes(id));
    expect(text(alarm.Properties.Dimensions)).toContain(letters?.id);
    expect(alarm.Properties).toMatchObject({ Threshold: 0, ComparisonOperator: 'GreaterThanThreshold' });
    expect(alarm.Properties.AlarmActions).toHaveLength(1);
    expect(alarm.Properties.AlarmDescription).toContain('Runbook');
  });

  it('cannot run away: who wakes it or its own reservation bounds how often it runs at once', () => {
    const reserved = lambda.Properties.ReservedConcurrentExecutions;
    const [mapping] = ofType(own, 'AWS::Lambda::EventSourceMapping');
    if (definition.needs.includes('model:invoke')) expect(reserved).toBe(2);
    else if ('routes' in definition) expect(reserved).toBe(20);
    else if ('every' in definition) expect(reserved).toBe(1);
    else if ('on' in definition) expect(mapping?.Properties.ScalingConfig).toHaveProperty('MaximumConcurrency');
    else expect(mapping?.Properties.ParallelizationFactor ?? 1).toBe(1);
  });

  it('is traced, and told where to measure', () => {
    expect(lambda.Properties).toMatchObject({
      TracingConfig: { Mode: 'Active' },
      Environment: { Variables: { METRICS_NAMESPACE: 'HeliixCsm/dev' } },
    });
  });

  it('is described for the operator’s command, so that its dead letters find home', () => {
    const parameter = ofType(application, 'AWS::SSM::Parameter').find(
      ({ Properties }) => Properties.Name === `/heliix-csm/dev/description/functions/${name}`,
    );
    const letters = ofType(own, 'AWS::SQS::Queue').find(({ id }) => id.includes('DeadLetters'));
    if ('routes' in definition) expect(parameter).toBeUndefined();
    else expect(text(parameter?.Properties.Value)).toContain(letters?.id);
  });

  it('is woken by exactly what the registry says', () => {
    const routes = ofType(application, 'AWS::ApiGatewayV2::Route').filter(({ Properties }) =>
      text(Properties.Target).includes(name.replaceAll('-', '')),
    );
    expect(routes.map(({ Properties }) => Properties.RouteKey).sort()).toEqual(
      ('routes' in definition ? definition.routes.map(({ route }) => route) : []).toSorted(),
    );
    const rules = ofType(own, 'AWS::Events::Rule').map(({ Properties }) => Properties);
    const heard = 'on' in definition ? definition.on : [];
    const onBus = (own: boolean) => heard.filter(({ bus }) => (bus === undefined) === own);
    const patterns = (own: boolean) =>
      rules.filter(({ EventBusName }) => (EventBusName !== undefined) === own).map(({ EventPattern }) => EventPattern);
    for (const own of [true, false])
      expect(patterns(own)).toMatchObject(
        onBus(own).length === 0
          ? []
          : [
              {
                source: [...new Set(onBus(own).map(({ source }) => source))],
                'detail-type': onBus(own).map(({ detailType }) => detailType),
              },
            ],
      );
    expect(ofType(own, 'AWS::Scheduler::Schedule')).toHaveLength('every' in definition ? 1 : 0);
    expect(ofType(own, 'AWS::Lambda::EventSourceMapping')).toHaveLength(
      'on' in definition || 'stream' in definition ? 1 : 0,
    );
  });
});

describe('events', () => {
  const listeners = functions.flatMap((definition) =>
    'on' in definition ? [[definition.name, definition] as const] : [],
  );

  it.each(listeners)('reach %s through a queue that gives up into the dead letters', (name, { queue: worked }) => {
    const own = belongingTo(name);
    const mapping = only(own, 'AWS::Lambda::EventSourceMapping');
    const queue = ofType(own, 'AWS::SQS::Queue').find(({ id }) => text(mapping).includes(`"${id}"`));
    const letters = ofType(own, 'AWS::SQS::Queue').find(({ id }) => id !== queue?.id);
    const timeout = Number(only(own, 'AWS::Lambda::Function').Properties.Timeout);
    expect(mapping.Properties).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BatchSize: worked?.batch ?? 10,
      ScalingConfig: { MaximumConcurrency: worked?.workers ?? 5 },
    });
    expect(queue?.Properties.VisibilityTimeout).toBe(6 * timeout);
    expect(text(queue?.Properties.RedrivePolicy)).toContain(letters?.id);
    expect(text(only(own, 'AWS::Events::Rule').Properties.Targets)).toContain(letters?.id);
  });

  it('reach the bus from the table only when they are inserted and announce something', () => {
    const { Properties } = only(belongingTo('publish-outbox'), 'AWS::Lambda::EventSourceMapping');
    expect(Properties).toMatchObject({
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      FilterCriteria: {
        Filters: [{ Pattern: text({ eventName: ['INSERT'], dynamodb: { NewImage: { announce: { BOOL: [true] } } } }) }],
      },
    });
    expect(text(Properties.DestinationConfig)).toContain('DeadLetters');
  });
});

describe('mail', () => {
  const set = only(application, 'AWS::SES::ConfigurationSet');

  it('is reported on, from acceptance to complaint, on the bus of the account', () => {
    const { Properties } = only(application, 'AWS::SES::ConfigurationSetEventDestination');
    expect(Properties).toMatchObject({
      ConfigurationSetName: { Ref: set.id },
      EventDestination: {
        MatchingEventTypes: ['send', 'delivery', 'bounce', 'complaint', 'reject'],
        EventBridgeDestination: { EventBusArn: { 'Fn::Join': ['', expect.arrayContaining([':event-bus/default'])] } },
      },
    });
  });

  it('is recorded from our own reports alone, though all of the account share a bus', () => {
    const rules = ofType(application, 'AWS::Events::Rule').filter(({ Properties }) => !Properties.EventBusName);
    expect(rules).toMatchObject([
      {
        Properties: {
          EventPattern: {
            source: ['aws.ses'],
            detail: { mail: { tags: { 'ses:configuration-set': [{ Ref: set.id }] } } },
          },
        },
      },
    ]);
  });

  it('is sent by one function, from one address, as reported mail', () => {
    const senders = ofType(application, 'AWS::IAM::Policy').filter(({ Properties }) =>
      Document.parse(Properties.PolicyDocument).Statement.some(
        ({ Effect, Action }) => Effect === 'Allow' && text(Action).includes('"ses:'),
      ),
    );
    expect(senders.map(({ id }) => id)).toEqual([expect.stringMatching(/^sendmail/)]);
    expect(senders[0]?.Properties.PolicyDocument).toMatchObject({
      Statement: expect.arrayContaining([
        expect.objectContaining({
          Action: 'ses:SendRawEmail',
          Condition: { StringEquals: { 'ses:FromAddress': 'success@heliix.example' } },
        }),
      ]),
    });
  });

  it('is worked off so slowly that both workers together stay under the rate of SES', () => {
    expect(only(belongingTo('send-mail'), 'AWS::Lambda::EventSourceMapping').Properties).toMatchObject({
      BatchSize: 5,
      ScalingConfig: { MaximumConcurrency: 2 },
    });
  });
});

describe('schedules', () => {
  it('of every day come at a time that each day has, for AWS leaves out what the clocks skip when they go forward', () => {
    for (const { name, every } of functions.flatMap((definition) => ('every' in definition ? [definition] : []))) {
      if ('minutes' in every) continue;
      const clock = new Intl.DateTimeFormat('en-CA', {
        timeZone: every.zone,
        dateStyle: 'short',
        timeStyle: 'short',
        hourCycle: 'h23',
      });
      const quarters = Array.from({ length: 366 * 96 }, (_, n) => clock.format(Date.UTC(2027, 0, 1) + n * 15 * 60_000));
      const woken = new Set(
        quarters.filter((quarter) => quarter.endsWith(every.at)).map((quarter) => quarter.slice(0, 10)),
      );
      // The first and the last are no whole days in this zone.
      const days = [...new Set(quarters.map((quarter) => quarter.slice(0, 10)))].slice(1, -1);
      expect(
        days.filter((day) => !woken.has(day)),
        name,
      ).toEqual([]);
    }
  });

  it('name their time zone and give up into the dead letters', () => {
    const { Properties } = only(belongingTo('score-portfolio'), 'AWS::Scheduler::Schedule');
    expect(Properties).toMatchObject({
      ScheduleExpression: 'cron(15 3 * * ? *)',
      ScheduleExpressionTimezone: 'America/Chicago',
    });
    expect(text(z.looseObject({ DeadLetterConfig: z.unknown() }).parse(Properties.Target))).toContain('DeadLetters');
  });
});

describe('the front door', () => {
  it('leaves who may call to the one place that decides it, which knows the operator wherever a route is for the operator', () => {
    for (const definition of functions)
      if ('routes' in definition && definition.routes.some(({ access }) => access === 'operator'))
        expect(definition.needs, definition.name).toContain('operators:admit');
    for (const { Properties } of ofType(application, 'AWS::ApiGatewayV2::Route'))
      expect(Properties.AuthorizationType, text(Properties.RouteKey)).toBe('NONE');
  });

  it('is throttled and keeps no addresses of visitors in its log', () => {
    const { Properties } = only(application, 'AWS::ApiGatewayV2::Stage');
    expect(Properties.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 100 });
    expect(text(Properties.AccessLogSettings)).not.toMatch(/sourceIp|userAgent/);
  });

  it('is not measured route by route, for which CloudWatch would charge six metrics a route', () => {
    const { Properties } = only(application, 'AWS::ApiGatewayV2::Stage');
    expect(Properties.DefaultRouteSettings).not.toHaveProperty('DetailedMetricsEnabled');
  });
});
