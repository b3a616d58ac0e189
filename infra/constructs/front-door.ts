import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  ApiMapping,
  DomainName,
  EndpointType,
  HttpApi,
  type HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnOutput, Duration, Fn, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { HttpFunction, Route } from '#functions/define-function.ts';
import type { Settings } from '../settings.ts';
import type { AppFunction } from './app-function.ts';
import type { OperatorAlarms } from './operator-alarms.ts';

interface FrontDoorProps {
  readonly alarms: OperatorAlarms;
  readonly settings: Settings;
}

/** The front door: every route of the registry, throttled, logged without addresses, with an alarm on failed requests. */
export class FrontDoor extends Construct {
  /** Where it is, without a trailing slash: the custom domain, or what API Gateway calls it. */
  readonly url: string;
  readonly api: HttpApi;
  readonly #stage: HttpStage;

  constructor(scope: Construct, id: string, { alarms, settings }: FrontDoorProps) {
    super(scope, id);
    const { domainName, certificateArn } = settings;
    this.api = new HttpApi(this, 'Api', {
      createDefaultStage: false,
      // One door: with a domain of ours the other stays shut.
      disableExecuteApiEndpoint: domainName !== undefined,
    });
    this.url = `https://${domainName ?? hostOf(this.api.apiEndpoint)}`;
    const log = new LogGroup(this, 'Log', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY });
    this.#stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: withoutAddresses },
    });
    if (domainName && certificateArn) this.#answerTo(domainName, certificateArn);
    const metric = this.api.metricServerError({ period: Duration.minutes(1), statistic: 'sum' });
    alarms.watch(this, 'Failing', 'failing-requests', { metric, above: 0, subject: 'The front door:' });
  }

  /** Opens the routes of one function. */
  open({ routes }: HttpFunction, target: AppFunction): void {
    const integration = new HttpLambdaIntegration(`${target.node.id}Integration`, target.lambda);
    for (const { route, access } of routes) {
      const [method = '', path = ''] = route.split(' ');
      const methods = [method as HttpMethod];
      const opened = this.api.addRoutes({ path, methods, integration, authorizer: new HttpNoneAuthorizer() });
      for (const each of opened)
        Validations.of(each).acknowledge({ id: 'AwsSolutions-APIG4', reason: reasons[access] });
    }
  }

  #answerTo(domainName: string, certificateArn: string): void {
    const certificate = Certificate.fromCertificateArn(this, 'Certificate', certificateArn);
    const domain = new DomainName(this, 'Domain', {
      domainName,
      certificate,
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    new ApiMapping(this, 'Mapping', { api: this.api, domainName: domain, stage: this.#stage });
    new CfnOutput(Stack.of(this), 'DnsPages', { value: `${domainName} CNAME ${domain.regionalDomainName}` });
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

/** An emulated AWS says `http://`, but what is sent in mails and given to the sign-in must be the address of a place that is safe. */
const hostOf = (endpoint: string) => Fn.select(1, Fn.split('://', endpoint));
