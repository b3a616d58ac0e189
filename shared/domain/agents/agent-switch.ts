import * as z from 'zod';
import { Instant } from '../values/iso-date.ts';

/** Whether agents may run; the operator throws it. */
export const AgentSwitch = z.discriminatedUnion('state', [
  z.object({ state: z.literal('on') }),
  z.object({ state: z.literal('off'), since: Instant, because: z.string().max(300) }),
]);
export type AgentSwitch = z.infer<typeof AgentSwitch>;
