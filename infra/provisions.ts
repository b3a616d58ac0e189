import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Stack } from 'aws-cdk-lib/core';
import type { FunctionDefinition, Need } from '#functions/define-function.ts';
import { zoomSecret } from '#shared/ports/meetings.ts';
import { sessionSecret } from '#shared/ports/operators.ts';
import type { MailService } from './constructs/mail-service.ts';
import type { OperatorSignIn } from './constructs/operator-sign-in.ts';
import { modelAccess } from './model-access.ts';
import type { Settings } from './settings.ts';
import { tableGrants } from './table-grants.ts';

/** What the needs of functions are about. */
export interface Resources {
  readonly table: ITableV2;
  readonly dataKeys: Key;
  readonly bus: EventBus;
  readonly mail: MailService;
  readonly signIn: OperatorSignIn;
  /** Where pages and webhooks are, without a trailing slash. */
  readonly url: string;
  readonly settings: Settings;
}

interface Provision {
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly PolicyStatement[];
}
export type Provide = (definition: FunctionDefinition) => Provision;

/** What a function is told and allowed: what it needs, and nothing else. */
export function provisions(resources: Resources): Provide {
  const everyones = { METRICS_NAMESPACE: metricsNamespace(resources.settings) };
  return (definition) => {
    const { needs } = definition;
    const byNeed = provisionOf(resources, definition);
    return {
      environment: Object.assign({}, everyones, ...needs.map((need) => byNeed[need].environment)),
      statements: needs.flatMap((need) => byNeed[need].statements),
    };
  };
}

/** Who opens personal data or makes pseudonyms touches their keys (`shared/store/data-key.ts`) without knowing it. */
const keysOf = (needs: readonly Need[]): readonly string[] =>
  needs.includes('personal-data:open') || needs.includes('pseudonyms:make') ? ['DATA-KEY#'] : [];

/** Stages of one account measure apart. */
export const metricsNamespace = ({ stage }: Settings): string => `HeliixCsm/${stage}`;

/** The names of variables are those that `shared/runtime/env.ts` reads. */
function provisionOf(
  { table, dataKeys, bus, mail, signIn, url, settings }: Resources,
  { needs, partitions, secrets = [] }: FunctionDefinition,
): Readonly<Record<Need, Provision>> {
  const stack = Stack.of(table);
  const allow = (actions: readonly string[], ...resources: readonly string[]) =>
    new PolicyStatement({ actions: [...actions], resources: [...resources] });
  const parameter = (name: string) => stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: name });

  const secretsPath = `heliix-csm/${settings.stage}`;
  const grants = tableGrants(table, partitions && [...partitions, ...keysOf(needs)]);
  const openingData = {
    environment: { MASTER_KEY: dataKeys.keyArn },
    statements: [allow(['kms:Decrypt', 'kms:GenerateDataKey'], dataKeys.keyArn)],
  };
  return {
    'table:read': { environment: { TABLE_NAME: table.tableName }, statements: grants.read },
    'table:write': {
      environment: { TABLE_NAME: table.tableName },
      statements: [...grants.read, ...grants.write],
    },
    'operators:admit': {
      environment: { SECRETS_PATH: `/${secretsPath}` },
      statements: [allow(['ssm:GetParameter'], parameter(`${secretsPath}/${sessionSecret}`))],
    },
    'identity:ask': {
      environment: signIn.environment,
      statements: [],
    },
    'personal-data:open': openingData,
    'pseudonyms:make': openingData,
    'bus:publish': {
      environment: { BUS_NAME: bus.eventBusName },
      statements: [allow(['events:PutEvents'], bus.eventBusArn)],
    },
    'mail:send': {
      environment: {
        MAIL_FROM: settings.fromAddress,
        MAIL_RATE: String(settings.mailRate),
        CONFIGURATION_SET: mail.configurationSet.configurationSetName,
      },
      statements: [mail.sendingAs(settings.fromAddress)],
    },
    'mail:queue': {
      environment: {
        OPERATOR_ADDRESS: settings.operatorAddress,
        MAIL_FROM: settings.fromAddress,
        POSTAL_ADDRESS: settings.postalAddress,
        DASHBOARD_URL: url,
      },
      statements: [],
    },
    'meetings:arrange': {
      environment: {
        VIDEO_SERVICE: settings.videoService,
        MEETING_ROOMS: settings.meetingRooms,
        SECRETS_PATH: `/${secretsPath}`,
      },
      statements: [allow(['ssm:GetParameter'], parameter(`${secretsPath}/${zoomSecret}`))],
    },
    'model:invoke': {
      environment: {
        READER_MODEL: settings.readerModel,
        WRITER_MODEL: settings.writerModel,
        MODEL_GUARDRAIL: settings.modelGuardrail,
      },
      statements: [...modelAccess(stack, settings), ...neverForAgents(table)],
    },
    'secrets:read': {
      environment: { SECRETS_PATH: `/${secretsPath}` },
      statements: [allow(['ssm:GetParameter'], ...secrets.map((name) => parameter(`${secretsPath}/${name}`)))],
    },
  };
}

/**
 * What a function that asks a model may never do, whatever else it is given: send mail, write one ready to be sent, or throw
 * the switch that stops mail.
 */
const neverForAgents = (table: ITableV2): PolicyStatement[] => [
  new PolicyStatement({
    effect: Effect.DENY,
    actions: ['ses:SendEmail', 'ses:SendRawEmail', 'ses:SendBulkEmail', 'ses:SendTemplatedEmail'],
    resources: ['*'],
  }),
  new PolicyStatement({
    effect: Effect.DENY,
    actions: ['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:UpdateItem'],
    resources: [table.tableArn],
    conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['MAIL#*', 'SENDING'] } },
  }),
];
