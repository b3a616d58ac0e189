import * as z from 'zod';
import type { Agent } from '#shared/agent/agent.ts';
import { type AgentDeps, runAgent } from '#shared/agent/run-agent.ts';
import { runLimits } from '#shared/domain/agents/limits.ts';
import type { AgentRun } from '#shared/domain/agents/run.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { checkProse } from './check-prose.ts';
import { factsOf, sayable } from './facts-of.ts';
import { loadPicture, type Picture } from './load-picture.ts';
import { pictureTools } from './picture-tools.ts';
import { prompt } from './prompt.ts';
import { sayPicture } from './say-to-model.ts';
import { endsSoon, thingsToSay } from './things-to-say.ts';

const Prose = z.string().min(1).max(600);

/** One page before a meeting. */
export const BriefAnswer = z.strictObject({
  standing: Prose,
  changed: z.array(Prose).max(5),
  risks: z.array(Prose).max(4),
  promises: z.array(Prose).max(6),
  say: z.array(Prose).min(1).max(3),
  confidence: z.number().min(0).max(1),
});
export type BriefAnswer = z.infer<typeof BriefAnswer>;

const prosesOf = ({ standing, changed, risks, promises, say }: BriefAnswer) => [
  standing,
  ...changed,
  ...risks,
  ...promises,
  ...say,
];

const briefer: Agent<Picture, BriefAnswer> = {
  name: 'brief-client',
  part: 'writer',
  prompt,
  answer: BriefAnswer,
  ask: sayPicture,
  tools: pictureTools,
  check: (picture, answer) => checkProse(prosesOf(answer), picture),
  template: briefTemplate,
  execute: ({ sheet }, answer) => ({
    changes: [],
    outcome: ['Wrote a brief.'],
    facts: factsOf(prosesOf(answer), sheet),
  }),
};

function briefTemplate({ sheet, office }: Picture): BriefAnswer {
  const known = (...proses: readonly string[]) => sayable(sheet, ...proses);
  const standing = known(
    '{{fact:client.name}} stands at {{fact:health.score}} ({{fact:health.band}}); a month before it was {{fact:health.before}}.',
    '{{fact:client.name}} stands at {{fact:health.score}} ({{fact:health.band}}).',
    'There is no score of {{fact:client.name}}: {{fact:health.missing}}.',
  );
  // As the sheet has them: the greatest loss first.
  const moved = [...sheet.keys()].flatMap((id) => /^(\w+)\.move$/.exec(id)?.[1] ?? []);
  return {
    standing: standing[0] ?? 'Nothing was recorded yet of {{fact:client.name}}.',
    changed: [
      ...moved.flatMap((name) =>
        known(
          `{{fact:${name}.move}} since {{fact:health.before.on}}, most by {{fact:${name}.cause}}.`,
          `{{fact:${name}.move}} since {{fact:health.before.on}}.`,
        ).slice(0, 1),
      ),
      ...known(
        'Travel savings in {{fact:month}}: {{fact:savings.month}}.',
        'Hours saved in {{fact:month}}: {{fact:hours.month}}.',
      ),
    ].slice(0, 5),
    risks: known(
      ...(endsSoon(office) ? ['The contract ends on {{fact:contract.end}}.'] : []),
      '{{fact:alert.1}}, due on {{fact:alert.1.due}}: {{fact:alert.1.step}}.',
      '{{fact:alert.2}}, due on {{fact:alert.2.due}}: {{fact:alert.2.step}}.',
      'Open alerts: {{fact:alerts.open}}; stage of risk: {{fact:risk.stage}}, since {{fact:risk.since}}.',
      'Somebody there wrote “{{fact:quote.1}}”.',
    ).slice(0, 4),
    promises: known(
      '{{fact:promise.1}}.',
      '{{fact:promise.2}}.',
      '{{fact:promise.3}}.',
      'Agreed in the last meeting: {{fact:step.1}}.',
      'Agreed in the last meeting: {{fact:step.2}}.',
    ),
    say: thingsToSay({ sheet, office }),
    confidence: 0.8,
  };
}

/** Within what an HTTP request may take. */
const limits = { ...runLimits, seconds: 25 };

/** Writes the page, and records how. Undefined while all agents are switched off. */
export async function briefClient(deps: AgentDeps, clientId: ClientId): Promise<AgentRun | undefined> {
  const now = deps.clock.now();
  const picture = await loadPicture(deps.table, clientId, now);
  return (await runAgent(briefer, { clientId, occasion: instantOf(now), situation: picture }, { limits, ...deps }))
    ?.run;
}
