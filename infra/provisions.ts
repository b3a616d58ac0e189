import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Stack } from 'aws-cdk-lib/core';
import { webhookSources } from '#events/catalogue.ts';
import type { Need } from '#functions/define-function.ts';
import { zoomSecret } from '#shared/ports/meetings.ts';
import { recipientSecret, webhookSecret } from '#shared/ports/secrets.ts';
import { tableDescription } from '#shared/store/table.ts';
import type { MailService } from './constructs/mail-service.ts';
import { modelAccess } from './model-access.ts';
import type { Settings } from './settings.ts';

/** What the needs of functions are about. */
export interface Resources {
  readonly table: TableV2;
  readonly bus: EventBus;
  readonly mail: MailService;
  readonly settings: Settings;
}

interface Provision {
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly PolicyStatement[];
}
export type Provide = (needs: readonly Need[]) => Provision;

/** What a function with certain needs is told and allowed: these actions on these resources and nothing else. */
export function provisions(resources: Resources): Provide {
  const byNeed = provisionOf(resources);
  return (needs) => ({
    environment: Object.assign({}, ...needs.map((need) => byNeed[need].environment)),
    statements: needs.flatMap((need) => byNeed[need].statements.map((statement) => statement.copy())),
  });
}

/** The names of variables are those that `shared/runtime/env.ts` reads. */
function provisionOf({ table, bus, mail, settings }: Resources): Readonly<Record<Need, Provision>> {
  const stack = Stack.of(table);
  const allow = (actions: readonly string[], ...resources: readonly string[]) =>
    new PolicyStatement({ actions: [...actions], resources: [...resources] });
  const parameter = (name: string) => stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: name });

  const secretsPath = `heliix-csm/${settings.stage}`;
  const indexes = Object.keys(tableDescription.indexes).map((index) => `${table.tableArn}/index/${index}`);
  const readTable = [
    allow(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], table.tableArn),
    allow(['dynamodb:Query'], ...indexes),
    // Even if another policy should allow it one day.
    new PolicyStatement({
      effect: Effect.DENY,
      actions: ['dynamodb:Scan', 'dynamodb:DeleteTable'],
      resources: [table.tableArn, ...indexes],
    }),
  ];
  return {
    'table:read': { environment: { TABLE_NAME: table.tableName }, statements: readTable },
    'table:write': {
      environment: { TABLE_NAME: table.tableName },
      // A transaction needs the permissions of the changes in it.
      statements: [
        ...readTable,
        allow(['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'], table.tableArn),
      ],
    },
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
        DASHBOARD_URL: settings.dashboardUrl,
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
    'links:seal': {
      environment: { SECRETS_PATH: `/${secretsPath}` },
      statements: [allow(['ssm:GetParameter'], parameter(`${secretsPath}/${recipientSecret}`))],
    },
    'secrets:read': {
      environment: { SECRETS_PATH: `/${secretsPath}` },
      statements: [
        allow(
          ['ssm:GetParameter'],
          ...webhookSources.map((source) => parameter(`${secretsPath}/${webhookSecret(source)}`)),
        ),
      ],
    },
  };
}

/**
 * What a function that asks a model may never do, whatever else it is given: send mail, write one ready to be sent, or throw
 * the switch that stops mail.
 */
const neverForAgents = (table: TableV2): PolicyStatement[] => [
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
