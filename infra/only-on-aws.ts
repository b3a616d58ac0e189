import { CfnCondition, CfnParameter, type CfnResource, Fn, Stack } from 'aws-cdk-lib/core';

/**
 * Leaves a resource out where an emulated AWS does not know its kind: there the template's parameter `OnAws` is given as
 * `no`. So the very template that goes to AWS is deployed by the tests. Only for what nothing else refers to.
 */
export function onlyOnAws(resource: CfnResource): void {
  resource.cfnOptions.condition = conditionOf(Stack.of(resource));
}

function conditionOf(stack: Stack): CfnCondition {
  const known = stack.node.tryFindChild('IsOnAws');
  if (known instanceof CfnCondition) return known;
  const onAws = new CfnParameter(stack, 'OnAws', {
    allowedValues: ['yes', 'no'],
    default: 'yes',
    description: 'Whether this is AWS itself; "no" leaves out what emulators do not know.',
  });
  return new CfnCondition(stack, 'IsOnAws', { expression: Fn.conditionEquals(onAws.valueAsString, 'yes') });
}
