import type { App } from 'aws-cdk-lib/core';
import * as z from 'zod';

const domain = z
  .string()
  .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'use a domain, for example success.heliix.example, without https://');

/** An id, or an inference profile of an area whose regions `model-access.ts` knows: a role must be allowed each of them. */
const bedrockModel = z
  .string()
  .regex(
    /^(?!(?:global|apac|jp|au|ca|us-gov)\.)\w+\.\S+$/,
    'use the id of a model, or of a profile that begins with us. or eu.',
  );

/** What differs between deployments. Given as CDK context: `cdk deploy -c stage=prod -c operatorAddress=...`. */
const Settings = z
  .object({
    /** Names the deployment; `prod` keeps its data when its stacks are deleted. */
    stage: z
      .string()
      .regex(/^[a-z][a-z0-9]{0,15}$/, 'use 1 to 16 lower-case letters and digits')
      .default('dev'),
    /** Who signs in, and reads alerts and alarms. */
    operatorAddress: z.email().default('operator@heliix.example'),
    /** Whom mail comes from. Without `mailDomain`, SES sends this address a message to confirm at the first deployment. */
    fromAddress: z.email().default('success@heliix.example'),
    /** The domain of `fromAddress`, when its DNS is yours: mail is then signed (DKIM) and passes SPF and DMARC. */
    mailDomain: domain.optional(),
    /** Where HELiiX AI Solutions can be reached by post: offers by mail must name it. */
    postalAddress: z.string().min(1).default('HELiiX AI Solutions (set -c postalAddress to your own)'),
    /** Mails a second that SES takes from the account: 1 in its sandbox, see "sending limits" in its console afterwards. */
    mailRate: z.coerce.number().int().min(1).max(9999).default(1),
    /** Who gives the links of video meetings: `zoom`, whose credentials are then a secret, or `meetingRooms` alone. */
    videoService: z.enum(['rooms', 'zoom']).default('rooms'),
    /** Rooms that are always open, one address a meeting; also for when Zoom fails. */
    meetingRooms: z
      .string()
      .regex(/^https:\/\/\S*\{clientId\}\S*$/, 'use an https address that contains {clientId} and {meetingId}')
      .default('https://meet.heliix.example/{clientId}/{meetingId}'),
    /** Models of Bedrock: the reader reads what clients write, the writer plans and drafts. */
    readerModel: bedrockModel.default('us.anthropic.claude-haiku-4-5-20251001-v1:0'),
    writerModel: bedrockModel.default('us.anthropic.claude-haiku-4-5-20251001-v1:0'),
    /** A guardrail of Bedrock as `id:version`. */
    modelGuardrail: z
      .string()
      .regex(/^none$|^[a-z0-9]+:(?:DRAFT|\d+)$/, 'use none, or id:version')
      .default('none'),
    /** Where pages and webhooks are, instead of the address that API Gateway gives; needs `certificateArn`. */
    domainName: domain.optional(),
    /** The certificate for `domainName` in AWS Certificate Manager, in the region of the deployment. */
    certificateArn: z
      .string()
      .regex(/^arn:aws[\w-]*:acm:[\w-]+:\d{12}:certificate\/[\w-]+$/, 'use the ARN of an ACM certificate')
      .optional(),
    /** The stream of a restored table that takes the place of the stack's. */
    tableStream: z
      .string()
      .regex(
        /^arn:aws[\w-]*:dynamodb:[\w-]+:\d{12}:table\/[\w.-]+\/stream\/[\w.:-]+$/,
        'use the ARN of the stream of a table',
      )
      .optional(),
    /** US dollars a month: a mail to the operator at 80 % of it, and when the month is forecast to exceed it. */
    monthlyBudget: z.coerce.number().positive().default(50),
    /**
     * Whether functions that anybody can wake keep to a share of the account's concurrency. New accounts have 10 in all, of
     * which nothing can be reserved: say `no` until the quota is raised.
     */
    reserveConcurrency: z.enum(['yes', 'no']).default('yes'),
  })
  .refine(({ mailDomain, fromAddress }) => !mailDomain || fromAddress.endsWith(`@${mailDomain}`), {
    path: ['fromAddress'],
    message: 'must be an address of mailDomain',
  })
  .refine(({ domainName, certificateArn }) => (domainName === undefined) === (certificateArn === undefined), {
    path: ['certificateArn'],
    message: 'goes together with domainName',
  });
export type Settings = Readonly<z.infer<typeof Settings>>;

/** The settings of this synthesis. Throws, naming each one that is malformed. */
export function settingsOf(app: App): Settings {
  const names = Object.keys(Settings.shape);
  return Settings.parse(Object.fromEntries(names.map((name) => [name, app.node.tryGetContext(name)])));
}
