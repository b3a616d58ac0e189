import { expect, it } from 'vitest';
import { factsBetween } from '#local/demonstration/facts.ts';
import { demonstrationClients } from '#local/demonstration/portfolio.ts';
import { defaultSeed } from '#local/demonstration/tell-demonstration.ts';
import { assessHealth } from '#shared/domain/health/assess-health.ts';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { addDays, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { day } from '#tests/fixtures/world.ts';

it.each(['2026-11-22', '2026-07-15'])(
  'loaded on %s the portfolio shows every kind of client, and the reference client is and stays excellent',
  (text) => {
    const startedOn = day(text);
    const told = [...factsBetween({ startedOn, seed: defaultSeed }, addDays(startedOn, -740), addDays(startedOn, 44))];
    const bands = Object.fromEntries(
      demonstrationClients({ startedOn }).map(({ client, contract }) => {
        const facts = told.filter(({ detail }) => detail.clientId === client.clientId);
        let previous: HealthAssessment | undefined;
        const on = (asOf: IsoDate) => {
          previous = assessHealth({
            client,
            contract,
            facts: facts.filter(({ detail }) => detail.date < asOf),
            asOf,
            previous,
          });
          return previous.outcome === 'scored' ? previous.band : previous.outcome;
        };
        return [client.clientId, [-45, 0, 45].map((days) => on(addDays(startedOn, days)))];
      }),
    );
    expect(bands['big-12']).toEqual(Array(3).fill('excellent'));
    expect(bands['mountain-west']?.[1]).toBe('good');
    expect(bands['conference-usa']?.[1]).toBe('good');
    expect(bands.american?.[1]).toBe('at-risk');
    expect(bands.sec).toEqual(Array(3).fill('insufficient-data'));
  },
);
