import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { defineEvent } from '#events/define-event.ts';
import { defineEventFunction, defineHttpFunction, defineScheduledFunction } from '#functions/define-function.ts';
import { functions } from '#functions/index.ts';
import { ofType, synthesize, synthesized } from './synthesize.ts';

const GoalScored = defineEvent({
  detailType: 'goal.scored',
  source: 'games',
  meaning: 'Somebody scored.',
  detail: z.object({ by: z.string() }),
});
const common = { purpose: 'A function that was added to the registry.', needs: ['table:read'] as const };
const added = [
  defineEventFunction({ ...common, name: 'cheer-goal', on: [GoalScored], run: async () => {} }),
  defineScheduledFunction({
    ...common,
    name: 'mow-lawn',
    every: { at: '05:30', zone: 'Europe/Berlin' },
    run: async () => {},
  }),
  defineHttpFunction({
    ...common,
    name: 'show-table',
    routes: [{ route: 'GET /table/{season}', access: 'operator' }],
    run: async () => new Response(),
  }),
];

it('wires a function that was added to the registry, with nothing else edited', { timeout: 30_000 }, () => {
  const before = synthesized.application;
  const after = synthesize({ registry: [...functions, ...added] }).application;
  const ids = new Set(before.map(({ id }) => id));
  const fresh = after.filter(({ id }) => !ids.has(id));
  const count = (type: string) => ofType(fresh, type).length;

  expect(count('AWS::Lambda::Function')).toBe(3);
  expect(count('AWS::CloudWatch::Alarm')).toBe(4);
  expect(count('AWS::SSM::Parameter')).toBe(2);
  expect(count('AWS::SQS::Queue')).toBe(4);
  expect(count('AWS::Scheduler::Schedule')).toBe(1);
  expect(ofType(fresh, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties.RouteKey)).toEqual([
    'GET /table/{season}',
  ]);
  expect(ofType(fresh, 'AWS::Events::Rule').map(({ Properties }) => Properties.EventPattern)).toEqual([
    { source: ['games'], 'detail-type': ['goal.scored'] },
  ]);
  const changed = after.filter(({ id, ...rest }) => {
    const was = before.find((resource) => resource.id === id);
    return was && !isDeepStrictEqual({ id, ...rest }, was);
  });
  // The dashboard shows the new ones too.
  expect(changed.map(({ Type }) => Type)).toEqual(['AWS::CloudWatch::Dashboard']);
});
