import { type Fact, parseFact } from '#shared/domain/facts/fact.ts';
import { clients } from '#shared/store/client.ts';
import { facts } from '#shared/store/fact.ts';
import { health } from '#shared/store/health.ts';
import { benchClient, benchWorld, registry, survey, usageReport } from './bench-world.ts';
import { type Row, rounded } from './row.ts';

const daysOfUsage = 30;

/**
 * The nightly scoring of many clients through every function that follows from it, in SQLite in memory, in the time that one
 * core worked on it: what else the machine does at the same time does not count. Without the agents: their runs are measured
 * by themselves (agents.ts), and stand in the cost of a client-month.
 */
export async function measureNightly(count: number): Promise<{ rows: Row[]; perSecond: number }> {
  const withoutAgents = registry.filter(({ needs }) => !needs.includes('model:invoke'));
  const world = benchWorld(':memory:', { functions: withoutAgents });
  try {
    for (let n = 0; n < count; n++)
      await world.table.commit([clients.put(benchClient(n)), ...factsOf(n).map(facts.record)]);
    // The first night scores the past as well; the second is a night like all others.
    await world.wakeDue();
    await world.drain();
    world.moveDays(1);
    const before = process.cpuUsage();
    await world.wakeDue();
    await world.drain();
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    const scoredOn = new Set((await health.portfolio(world.table)).map(({ assessment }) => assessment.scoredOn));
    if (scoredOn.size !== 1) throw new Error(`the night left scores of ${[...scoredOn].join(', ')}`);
    const perSecond = count / seconds;
    const value = `${rounded(seconds)} s of one core, ${rounded(perSecond)} clients a second`;
    return {
      perSecond,
      rows: [
        {
          what: `a night of ${rounded(count)} clients, every function but agents, SQLite in memory`,
          value,
          against: `${daysOfUsage} days of usage and 4 answers a client`,
        },
      ],
    };
  } finally {
    await world.close();
  }
}

function factsOf(n: number): Fact[] {
  const reports = [
    ...Array.from({ length: daysOfUsage }, (_, day) => usageReport(n, 1 + day)),
    ...Array.from({ length: 4 }, (_, week) => survey(n, `week-${week}`, 1 + week * 7, 6 + ((n + week) % 4))),
  ];
  return reports.map(({ type, ...detail }, index) => {
    const { travelSavings = 0, ...metrics } = 'metrics' in detail ? detail.metrics : {};
    const read =
      'metrics' in detail ? { ...detail, metrics: { ...metrics, travelSavingsCents: travelSavings * 100 } } : detail;
    return parseFact({ factId: `bench:${n}:${index}`, type, recordedAt: '2026-11-20T10:00:00.000Z', detail: read });
  });
}
