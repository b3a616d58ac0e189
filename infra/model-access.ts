import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Stack } from 'aws-cdk-lib/core';
import type { Settings } from './settings.ts';

/** Where an inference profile may send a request. Of other areas we do not know, and settings.ts refuses them. */
const regionsOf: Readonly<Record<string, readonly string[]>> = {
  us: ['us-east-1', 'us-east-2', 'us-west-2'],
  eu: ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'],
};

/** Invoking exactly the configured models, and the guardrail if there is one. A profile needs its models in each region. */
export function modelAccess(stack: Stack, { readerModel, writerModel, modelGuardrail }: Settings): PolicyStatement[] {
  const resources = [...new Set([readerModel, writerModel])].flatMap((id) => arnsOf(stack, id));
  const [guardrail, version] = modelGuardrail.split(':');
  return [
    new PolicyStatement({ actions: ['bedrock:InvokeModel'], resources }),
    ...(version
      ? [
          new PolicyStatement({
            actions: ['bedrock:ApplyGuardrail'],
            resources: [stack.formatArn({ service: 'bedrock', resource: 'guardrail', resourceName: guardrail ?? '' })],
          }),
        ]
      : []),
  ];
}

function arnsOf(stack: Stack, id: string): string[] {
  const [area = '', ...rest] = id.split('.');
  const regions = regionsOf[area];
  const model = (region: string, name: string) =>
    stack.formatArn({ service: 'bedrock', region, account: '', resource: 'foundation-model', resourceName: name });
  if (!regions) return [model(stack.region, id)];
  return [
    stack.formatArn({ service: 'bedrock', resource: 'inference-profile', resourceName: id }),
    ...regions.map((region) => model(region, rest.join('.'))),
  ];
}
