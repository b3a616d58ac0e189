import type { App } from 'aws-cdk-lib/core';
import type { FunctionDefinition } from '#functions/define-function.ts';
import { ApplicationStack } from './application-stack.ts';
import { settingsOf } from './settings.ts';
import { StatefulStack } from './stateful-stack.ts';

/** The two stacks of one deployment: what is kept, and what runs. */
export function heliix(app: App, functions: readonly FunctionDefinition[]) {
  const settings = settingsOf(app);
  const name = `HeliixCsm-${settings.stage}`;
  const stateful = new StatefulStack(app, `${name}-Stateful`, settings);
  const application = new ApplicationStack(app, `${name}-Application`, { functions, stateful, settings });
  return { stateful, application };
}
