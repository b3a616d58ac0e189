import { Aws, CfnCondition, type CfnResource, Fn, Stack } from 'aws-cdk-lib/core';

/** The account of the emulator that the tests deploy to; AWS has given it to nobody. */
const emulatedAccount = '000000000000';

/**
 * Leaves a resource out where the emulated AWS does not know its kind, so that the very template that goes to AWS is
 * deployed there too. Only for what nothing else refers to.
 */
export function onlyOnAws(resource: CfnResource): void {
  const stack = Stack.of(resource);
  const known = stack.node.tryFindChild('OnAws');
  resource.cfnOptions.condition =
    known instanceof CfnCondition
      ? known
      : new CfnCondition(stack, 'OnAws', {
          expression: Fn.conditionNot(Fn.conditionEquals(Aws.ACCOUNT_ID, emulatedAccount)),
        });
}
