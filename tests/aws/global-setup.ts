import type { TestProject } from 'vitest/node';
import { deploy, type Outputs } from './deploy.ts';
import { installMiniStack, startMiniStack } from './ministack.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly aws: Outputs & { readonly endpoint: string };
  }
}

/** Deploys the system to an emulated AWS for the tests of this tier, and ends it afterwards. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  installMiniStack();
  const { endpoint, env, stop } = await startMiniStack();
  try {
    const begun = performance.now();
    provide('aws', { endpoint, ...(await deploy(env)) });
    console.log(`deployed to the emulated AWS at ${endpoint} in ${Math.round((performance.now() - begun) / 1000)} s`);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
