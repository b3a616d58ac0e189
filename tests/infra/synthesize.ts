import { Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import * as z from 'zod';
import type { FunctionDefinition } from '#functions/define-function.ts';
import { functions } from '#functions/index.ts';
import { heliix } from '#infra/heliix.ts';
import cdkJson from '../../cdk.json' with { type: 'json' };

interface Synthesis {
  readonly registry?: readonly FunctionDefinition[];
  readonly context?: Readonly<Record<string, string>>;
}

/** The stacks as `cdk synth` makes them, but without bundling the code. */
export function synthesize({ registry = functions, context = {} }: Synthesis = {}) {
  const app = new App({ context: { ...cdkJson.context, ...context, 'aws:cdk:bundling-stacks': [] } });
  const { stateful, application } = heliix(app, registry);
  return {
    app,
    stateful: resourcesOf(Template.fromStack(stateful)),
    application: resourcesOf(Template.fromStack(application)),
    statefulOutputs: Template.fromStack(stateful).toJSON().Outputs as unknown,
    outputs: Template.fromStack(application).toJSON().Outputs as unknown,
  };
}

const Resource = z.object({ Type: z.string(), Properties: z.record(z.string(), z.json()).default({}) });
export type Resource = z.infer<typeof Resource> & { readonly id: string };

function resourcesOf(template: Template): Resource[] {
  const all = z.record(z.string(), Resource.loose()).parse(template.toJSON().Resources);
  return Object.entries(all).map(([id, resource]) => ({ id, ...resource }));
}

export const ofType = (resources: readonly Resource[], type: string) => resources.filter(({ Type }) => Type === type);

/** What is deployed when nothing is said. */
export const synthesized = synthesize();

/** What is deployed for real, with domains of our own. */
export const production = synthesize({
  context: {
    stage: 'prod',
    mailDomain: 'heliix.example',
    domainName: 'success.heliix.example',
    certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d',
    monthlyBudget: '80',
  },
});
