import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as Lambda, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { AssetHashType, DockerImage, type Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { FunctionDefinition } from '#functions/define-function.ts';
import { bundle } from '../bundle.ts';
import type { Provide } from '../provisions.ts';
import { DeadLetters } from './dead-letters.ts';
import type { OperatorAlarms } from './operator-alarms.ts';

interface AppFunctionProps {
  readonly definition: FunctionDefinition;
  /** How long one invocation may take. */
  readonly timeout: Duration;
  /** How many may run at once, when nothing else bounds it. */
  readonly atOnce?: number | undefined;
  /** Turns what the function needs into grants and settings. */
  readonly provide: Provide;
  readonly alarms: OperatorAlarms;
}

/**
 * One function of the registry as a Lambda: bundled from `functions/<name>/lambda.ts`, allowed exactly what it needs,
 * with its log and the place where its failures end. Whoever wakes it also sends there what it could not deliver.
 */
export class AppFunction extends Construct {
  readonly lambda: Lambda;
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, { definition, timeout, atOnce, provide, alarms }: AppFunctionProps) {
    super(scope, id);
    const { environment, statements } = provide(definition);
    this.deadLetters = new DeadLetters(this, 'DeadLetters', { functionName: definition.name, alarms });
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    for (const statement of statements) role.addToPolicy(statement);

    this.lambda = new Lambda(this, 'Lambda', {
      description: definition.purpose,
      code: bundled(definition.name),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout,
      role,
      environment,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      onFailure: new SqsDestination(this.deadLetters.queue),
      retryAttempts: 2,
      ...(atOnce === undefined ? {} : { reservedConcurrentExecutions: atOnce }),
    });
    Validations.of(this.lambda).acknowledge({
      id: 'Serverless-LambdaDLQ',
      reason:
        'The on-failure destination replaces it: it carries the error as well, and with both each failure comes twice.',
    });
    Validations.of(role).acknowledge(
      {
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason: 'Only for xray:PutTraceSegments and PutTelemetryRecords, which know no resources; a test says so.',
      },
      {
        id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]',
        reason:
          'Only for sending, from the one address of its condition; recipients may be identities too. A test says so.',
      },
    );
  }
}

/** The code is made when the stack is synthesized; `environment` only tells the CDK's cache one function from another. */
const bundled = (name: string) =>
  Code.fromAsset('functions', {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('never-used'),
      environment: { FUNCTION: name },
      local: {
        tryBundle(outdir) {
          bundle(`functions/${name}/lambda.ts`, outdir);
          return true;
        },
      },
    },
  });
