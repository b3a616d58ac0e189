/**
 * What each need is on AWS, for the Lambda entries; they read the settings from the environment, where infra puts them
 * for exactly the functions that have the need. One export a need, so that a bundle holds only the clients it uses.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Bus } from '#shared/ports/bus.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Identity } from '#shared/ports/identity.ts';
import type { Log } from '#shared/ports/log.ts';
import type { Mailer } from '#shared/ports/mailer.ts';
import type { Meetings } from '#shared/ports/meetings.ts';
import type { Model } from '#shared/ports/model.ts';
import type { Operators } from '#shared/ports/operators.ts';
import type { Pseudonyms } from '#shared/ports/pseudonyms.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import type { Table } from '#shared/ports/table.ts';
import { priceOf } from './bedrock/list-prices.ts';
import { bedrockModel } from './bedrock-model.ts';
import { cognitoIdentity } from './cognito-identity.ts';
import { dynamoTable } from './dynamodb/dynamo-table.ts';
import { eventBridgeBus } from './eventbridge-bus.ts';
import { jsonLog } from './json-log.ts';
import { pacedMailer } from './paced-mailer.ts';
import { dataKeys } from './personal-data/data-keys.ts';
import { keyedPseudonyms } from './personal-data/keyed-pseudonyms.ts';
import { kmsMasterKey } from './personal-data/kms-master-key.ts';
import { sealedTable, withoutPersonalData } from './personal-data/sealed-table.ts';
import { sesMailer } from './ses-mailer.ts';
import { signedSessions } from './signed-sessions.ts';
import { ssmSecrets } from './ssm-secrets.ts';
import { systemClock } from './system-clock.ts';
import { templateMeetings } from './template-meetings.ts';
import { zoomCredentials } from './zoom-api.ts';
import { zoomMeetings } from './zoom-meetings.ts';

/** What every function has. */
export const common = (env: { readonly METRICS_NAMESPACE: string }): { clock: Clock; log: Log } => ({
  clock: systemClock,
  log: jsonLog({ namespace: env.METRICS_NAMESPACE }),
});

/** For functions that know nobody. */
export const table = (env: { readonly TABLE_NAME: string }): { table: Table } => ({
  table: withoutPersonalData(storedTable(env)),
});

/** For functions that need `personal-data:open`. */
export const personalTable = (env: {
  readonly TABLE_NAME: string;
  readonly MASTER_KEY: string;
}): { table: Table; pseudonyms: Pseudonyms } => {
  const stored = storedTable(env);
  const keys = dataKeys({ table: stored, masterKey: kmsMasterKey({ keyId: env.MASTER_KEY }), clock: systemClock });
  return { table: sealedTable(stored, keys), pseudonyms: keyedPseudonyms(keys) };
};

const storedTable = (env: { readonly TABLE_NAME: string }): Table =>
  dynamoTable({ client: new DynamoDBClient(), tableName: env.TABLE_NAME, clock: systemClock });

export const bus = (env: { readonly BUS_NAME: string }): { bus: Bus } => ({
  bus: eventBridgeBus({ busName: env.BUS_NAME }),
});

/** Each of so many workers keeps to its share of the rate. */
export const mailer = (
  env: { readonly MAIL_FROM: string; readonly MAIL_RATE: string; readonly CONFIGURATION_SET: string },
  workers: number,
): { mailer: Mailer } => ({
  mailer: pacedMailer(sesMailer({ from: env.MAIL_FROM, configurationSet: env.CONFIGURATION_SET }), {
    rate: { perSecond: Number(env.MAIL_RATE), workers },
    clock: systemClock,
  }),
});

export const mailSettings = (env: {
  readonly OPERATOR_ADDRESS: string;
  readonly MAIL_FROM: string;
  readonly POSTAL_ADDRESS: string;
  readonly DASHBOARD_URL: string;
}) => ({
  settings: {
    operatorAddress: env.OPERATOR_ADDRESS,
    fromAddress: env.MAIL_FROM,
    postalAddress: env.POSTAL_ADDRESS,
    dashboardUrl: env.DASHBOARD_URL,
  },
});

export const secrets = (env: { readonly SECRETS_PATH: string }): { secrets: Secrets } => ({
  secrets: ssmSecrets({ path: env.SECRETS_PATH, clock: systemClock }),
});

/** Sessions signed with a secret of ours. */
export const operators = (env: { readonly SECRETS_PATH: string }): { operators: Operators } => ({
  operators: signedSessions({ ...secrets(env), clock: systemClock }),
});

export const identity = (env: {
  readonly SIGN_IN_ISSUER: string;
  readonly SIGN_IN_CLIENT_ID: string;
  readonly SIGN_IN_DOMAIN: string;
}): { identity: Identity } => ({
  identity: cognitoIdentity({
    issuer: env.SIGN_IN_ISSUER,
    clientId: env.SIGN_IN_CLIENT_ID,
    loginUrl: `https://${env.SIGN_IN_DOMAIN}`,
  }),
});

/** Zoom with the rooms for when it fails, or the rooms alone. */
export const meetings = (env: {
  readonly VIDEO_SERVICE: string;
  readonly MEETING_ROOMS: string;
  readonly SECRETS_PATH: string;
}): { meetings: Meetings; standbyMeetings: Meetings } => {
  const standbyMeetings = templateMeetings(env.MEETING_ROOMS);
  if (env.VIDEO_SERVICE !== 'zoom') return { meetings: standbyMeetings, standbyMeetings };
  const secrets = ssmSecrets({ path: env.SECRETS_PATH, clock: systemClock, form: zoomCredentials });
  return { meetings: zoomMeetings({ secrets, clock: systemClock }), standbyMeetings };
};

/** Models on Bedrock, at list prices. */
export const model = (env: {
  readonly READER_MODEL: string;
  readonly WRITER_MODEL: string;
  readonly MODEL_GUARDRAIL: string;
}): { model: Model } => {
  const models = { reader: env.READER_MODEL, writer: env.WRITER_MODEL };
  const [id = '', version = ''] = env.MODEL_GUARDRAIL.split(':');
  return {
    model: bedrockModel({
      models,
      prices: { reader: priceOf(models.reader), writer: priceOf(models.writer) },
      guardrail: version ? { id, version } : undefined,
    }),
  };
};
