import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Stack } from 'aws-cdk-lib/core';
import { webhookSources } from '#events/catalogue.ts';
import type { Need } from '#functions/define-function.ts';
import { zoomSecret } from '#shared/ports/meetings.ts';
import { sessionSecret } from '#shared/ports/operators.ts';
import { webhookSecret } from '#shared/ports/secrets.ts';
import { tableDescription } from '#shared/store/table.ts';
import type { MailService } from './constructs/mail-service.ts';
import type { Settings } from './settings.ts';

/** What the needs of functions are about. */
export interface Resources {
  readonly table: TableV2;
  readonly dataKeys: Key;
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
function provisionOf({ table, dataKeys, bus, mail, settings }: Resources): Readonly<Record<Need, Provision>> {
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
  const openingData = {
    environment: { MASTER_KEY: dataKeys.keyArn },
    statements: [allow(['kms:Decrypt', 'kms:GenerateDataKey'], dataKeys.keyArn)],
  };
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
    'operators:admit': {
      environment: { SECRETS_PATH: `/${secretsPath}` },
      statements: [allow(['ssm:GetParameter'], parameter(`${secretsPath}/${sessionSecret}`))],
    },
    'identity:ask': {
      environment: {
        SIGN_IN_ISSUER: settings.signInIssuer,
        SIGN_IN_CLIENT_ID: settings.signInClientId,
        SIGN_IN_DOMAIN: settings.signInDomain,
      },
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
