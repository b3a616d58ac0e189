import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as Lambda, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { AssetHashType, DockerImage, type Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { FunctionDefinition } from '#functions/define-function.ts';
import { bundle } from '../bundle.ts';
import type { Provide } from '../provisions.ts';
import { DeadLetters } from './dead-letters.ts';

interface AppFunctionProps {
  readonly definition: FunctionDefinition;
  /** How long one invocation may take. */
  readonly timeout: Duration;
  /** Turns what the function needs into grants and settings. */
  readonly provide: Provide;
  readonly alarms: ITopic;
  /** How many may run at once, set aside for it alone; without it as many as the account allows. */
  readonly atOnce?: number | undefined;
}

/**
 * One function of the registry as a Lambda: bundled from `functions/<name>/lambda.ts`, allowed exactly what it needs,
 * with its log and the place where its failures end. Whoever wakes it also sends there what it could not deliver.
 */
export class AppFunction extends Construct {
  readonly lambda: Lambda;
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, { definition, timeout, provide, alarms, atOnce }: AppFunctionProps) {
    super(scope, id);
    const { environment, statements } = provide(definition.needs);
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
      onFailure: new SqsDestination(this.deadLetters.queue),
      retryAttempts: 2,
      ...(atOnce ? { reservedConcurrentExecutions: atOnce } : {}),
    });
    explain(this.lambda);
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

function explain(lambda: Lambda) {
  Validations.of(lambda).acknowledge(
    {
      id: 'Serverless-LambdaDLQ',
      reason:
        'The on-failure destination replaces it: it carries the error as well, and with both each failure comes twice.',
    },
    {
      id: 'Serverless-LambdaTracing',
      reason: 'Every log line carries the request id and event ids; tracing would need a permission on every resource.',
    },
  );
}
