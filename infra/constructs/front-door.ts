import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  type HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { HttpFunction, Route } from '#functions/define-function.ts';
import type { AppFunction } from './app-function.ts';

/** The front door: every route of the registry, throttled, logged without addresses, with an alarm on failed requests. */
export class FrontDoor extends Construct {
  readonly url: string;
  readonly #api: HttpApi;

  constructor(scope: Construct, id: string, { alarms }: { readonly alarms: ITopic }) {
    super(scope, id);
    this.#api = new HttpApi(this, 'Api', { createDefaultStage: false });
    this.url = this.#api.apiEndpoint;
    const log = new LogGroup(this, 'Log', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY });
    new HttpStage(this, 'Stage', {
      httpApi: this.#api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: withoutAddresses },
    });
    new Alarm(this, 'Failing', {
      metric: this.#api.metricServerError({ period: Duration.minutes(1), statistic: 'sum' }),
      threshold: 0,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription:
        'A request was answered with 5xx. Runbook: find the request in the access log by its status, then its request id ' +
        'in the log of the function. Senders of webhooks repeat for three days, so nothing is lost yet.',
    }).addAlarmAction(new SnsAction(alarms));
  }

  /** Opens the routes of one function. */
  open({ routes }: HttpFunction, target: AppFunction): void {
    const integration = new HttpLambdaIntegration(`${target.node.id}Integration`, target.lambda);
    for (const { route, access } of routes) {
      const [method = '', path = ''] = route.split(' ');
      const methods = [method as HttpMethod];
      const opened = this.#api.addRoutes({ path, methods, integration, authorizer: new HttpNoneAuthorizer() });
      for (const each of opened) Validations.of(each).acknowledge({ id: 'AwsSolutions-APIG4', reason: reasons[access] });
    }
  }
}

/** Why API Gateway lets everybody through to the function: who may call is decided in one place, `shared/runtime/enter.ts`. */
const reasons: Readonly<Record<Route['access'], string>> = {
  signed:
    'The function itself verifies a signature over the exact body, which no authorizer of API Gateway gets to see.',
  operator:
    'The function’s runtime demands a signed session in a cookie, which no authorizer of an HTTP API reads, and the right Origin.',
  public: 'Signing in is for who is not signed in yet; it tells nothing and changes nothing without proof.',
};

const withoutAddresses = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    ms: '$context.responseLatency',
    error: '$context.integrationErrorMessage',
  }),
);
