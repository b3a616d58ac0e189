import type { App } from 'aws-cdk-lib/core';
import * as z from 'zod';

/** What differs between deployments. Given as CDK context: `cdk deploy -c stage=prod -c operatorAddress=...`. */
const Settings = z.object({
  /** Names the deployment; `prod` keeps its data when its stacks are deleted. */
  stage: z
    .string()
    .regex(/^[a-z][a-z0-9]{0,15}$/, 'use 1 to 16 lower-case letters and digits')
    .default('dev'),
  /** Who reads alerts and alarms. */
  operatorAddress: z.email().default('operator@heliix.example'),
  /** Whom mail comes from; SES sends this address a message to confirm at the first deployment. */
  fromAddress: z.email().default('success@heliix.example'),
  /** Where links in mail lead, without a trailing slash. */
  dashboardUrl: z.url().regex(/[^/]$/, 'leave out the trailing slash').default('https://success.heliix.example'),
});
export type Settings = Readonly<z.infer<typeof Settings>>;

/** The settings of this synthesis. Throws, naming each one that is malformed. */
export function settingsOf(app: App): Settings {
  const names = Object.keys(Settings.shape);
  return Settings.parse(Object.fromEntries(names.map((name) => [name, app.node.tryGetContext(name)])));
}
