import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { AppError } from '#shared/domain/errors.ts';
import type { Bus } from '#shared/ports/bus.ts';
import type { Inventory } from '#shared/ports/inventory.ts';
import type { Pseudonyms } from '#shared/ports/pseudonyms.ts';
import type { Redrive } from '#shared/ports/redrive.ts';
import type { Table } from '#shared/ports/table.ts';
import { dynamoInventory } from '../dynamodb/dynamo-inventory.ts';
import { dynamoTable } from '../dynamodb/dynamo-table.ts';
import { eventBridgeBus } from '../eventbridge-bus.ts';
import { dataKeys } from '../personal-data/data-keys.ts';
import { keyedPseudonyms } from '../personal-data/keyed-pseudonyms.ts';
import { kmsMasterKey } from '../personal-data/kms-master-key.ts';
import { sealedTable } from '../personal-data/sealed-table.ts';
import { systemClock } from '../system-clock.ts';
import { redriveOnAws } from './redrive-on-aws.ts';
import { readStageDescription } from './stage-description.ts';

/** A deployed stage, with the operator's own rights. */
export interface OpenStage {
  readonly table: Table;
  readonly bus: Bus;
  readonly redrive: Redrive;
  /** Everything, what has expired and waits for its deletion included: for who erases a person. */
  readonly whole: { readonly table: Table; readonly inventory: Inventory; readonly pseudonyms: Pseudonyms };
}

/**
 * Opens a stage with the AWS credentials and region of the surroundings (`AWS_PROFILE`, `AWS_REGION`). Throws
 * `stage.not-found`, or `stage.unreachable` with what to do.
 */
export async function openStage(stage: string): Promise<OpenStage> {
  const description = await readStageDescription(new SSMClient(), stage).catch((error) => {
    throw unreachable(error) ?? error;
  });
  const database = new DynamoDBClient();
  const place = { client: database, tableName: description.table };
  const stored = dynamoTable({ ...place, clock: systemClock });
  const bus = eventBridgeBus({ busName: description.bus });
  const masterKey = kmsMasterKey({ keyId: description.masterKey });
  const keys = dataKeys({ table: stored, masterKey, clock: systemClock });
  return {
    table: sealedTable(stored, keys),
    whole: {
      table: sealedTable(dynamoTable({ ...place, clock: { ...systemClock, now: () => new Date(0) } }), keys),
      inventory: dynamoInventory(database, description.table),
      pseudonyms: keyedPseudonyms(keys),
    },
    bus,
    redrive: redriveOnAws({
      description,
      queues: new SQSClient(),
      lambdas: new LambdaClient(),
      database,
      bus,
    }),
  };
}

/** What the operator can do something about. */
function unreachable(cause: unknown): AppError | undefined {
  if (!(cause instanceof Error)) return undefined;
  const problem = problems.find(([form]) => form.test(`${cause.name} ${cause.message}`))?.[1];
  return problem === undefined ? undefined : new AppError('stage.unreachable', { problem }, { cause });
}

const problems: readonly (readonly [RegExp, string])[] = [
  [/Region is missing/, 'set AWS_REGION to the region of the deployment, for example us-east-1'],
  [/Credentials|Could not load/i, 'no AWS credentials were found; set AWS_PROFILE, or sign in with "aws sso login"'],
  [
    /ExpiredToken|UnrecognizedClient|InvalidClientTokenId|security token/,
    'the AWS credentials are not valid any more; sign in again',
  ],
  [/AccessDenied|not authorized/, 'these AWS credentials may not read the stage; use the operator’s'],
  [/ENOTFOUND|ECONNREFUSED|EAI_AGAIN|Timeout|network/i, 'AWS cannot be reached from this machine'],
];
