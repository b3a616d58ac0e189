import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import type { AppFunction } from './app-function.ts';

interface StageDescriptionProps {
  readonly table: ITableV2;
  readonly bus: EventBus;
  readonly dataKeys: Key;
  readonly settings: Settings;
}

/** Where dead letters of a function go back to: its queue, the function itself, or the bus, for what its stream lost. */
type Home = { readonly queue: string } | { readonly lambda: string } | { readonly stream: true };

/** What `csm --stage` must know of a deployment, in SSM parameters that it reads (`shared/adapters/stage/`). No secrets. */
export class StageDescription extends Construct {
  readonly #path: string;

  constructor(scope: Construct, id: string, { table, bus, dataKeys, settings }: StageDescriptionProps) {
    super(scope, id);
    this.#path = `/heliix-csm/${settings.stage}/description`;
    this.#say('Stage', 'stage', { table: table.tableName, bus: bus.eventBusName, masterKey: dataKeys.keyArn });
  }

  add(name: string, { deadLetters }: AppFunction, home: Home): void {
    this.#say(name, `functions/${name}`, { deadLetters: deadLetters.queue.queueUrl, ...home });
  }

  #say(id: string, name: string, what: object): void {
    const stringValue = Stack.of(this).toJsonString(what);
    new StringParameter(this, id, { parameterName: `${this.#path}/${name}`, stringValue });
  }
}
