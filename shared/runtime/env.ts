import * as z from 'zod';
import { AppError } from '#shared/domain/errors.ts';

/** What infra tells a Lambda about its surroundings. Never a secret. */
const variables = {
  /** Under which our metrics are counted. */
  METRICS_NAMESPACE: z.string().min(1),
  TABLE_NAME: z.string().min(1),
  /** The KMS key that wraps the keys of personal data. */
  MASTER_KEY: z.string().min(1),
  /** Where the operator signs in: who issues its tokens, to which client, on which domain. */
  SIGN_IN_ISSUER: z.url(),
  SIGN_IN_CLIENT_ID: z.string().min(1),
  SIGN_IN_DOMAIN: z.string().min(1),
  BUS_NAME: z.string().min(1),
  /** What the names of SSM parameters begin with. */
  SECRETS_PATH: z.string().regex(/^(\/[\w.-]+)+$/),
  MAIL_FROM: z.email(),
  /** Mails a second that the mail service takes from the account. */
  MAIL_RATE: z.string().regex(/^[1-9]\d{0,3}$/),
  /** Where the mail service learns to report what became of a mail. */
  CONFIGURATION_SET: z.string().min(1),
  OPERATOR_ADDRESS: z.email(),
  POSTAL_ADDRESS: z.string().min(1),
  /** Who gives the links of video meetings: Zoom, or `MEETING_ROOMS` alone. */
  VIDEO_SERVICE: z.enum(['rooms', 'zoom']),
  /** Rooms that are always open: an address with `{clientId}` and `{meetingId}`. */
  MEETING_ROOMS: z.string().min(1),
  /** Ids of models or inference profiles of Bedrock: for reading what others wrote, and for writing. */
  READER_MODEL: z.string().min(1),
  WRITER_MODEL: z.string().min(1),
  /** `none`, or a guardrail of Bedrock as `id:version`. */
  MODEL_GUARDRAIL: z.string().regex(/^none$|^[a-z0-9]+:(?:DRAFT|\d+)$/),
  /** Without a trailing slash. */
  DASHBOARD_URL: z.url().regex(/[^/]$/),
} as const;
export type Variable = keyof typeof variables;

/** The named variables, checked. Throws `settings.invalid` naming those that are missing or malformed. */
export function readEnv<const Name extends Variable>(
  env: Readonly<Record<string, string | undefined>>,
  ...names: readonly Name[]
): Readonly<Record<Name, string>> {
  const shape = Object.fromEntries(names.map((name) => [name, variables[name]]));
  const read = z.object(shape).safeParse(env);
  if (!read.success)
    throw new AppError('settings.invalid', { variables: read.error.issues.map(({ path }) => path[0]) });
  return read.data as Record<Name, string>;
}
