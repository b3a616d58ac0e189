import { expect, it } from 'vitest';
import { factsBetween } from '#local/demonstration/facts.ts';
import { continueDemonstration, defaultSeed, loadDemonstration } from '#local/demonstration/tell-demonstration.ts';
import { openSqlite } from '#shared/adapters/sqlite/open-sqlite.ts';
import { addDays, dateIn, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import type { Change, Table } from '#shared/ports/table.ts';
import { announcementOf } from '#shared/store/announcement.ts';
import { clients } from '#shared/store/client.ts';
import { demonstration } from '#shared/store/demonstration.ts';
import { facts } from '#shared/store/fact.ts';
import { client, day } from '#tests/fixtures/world.ts';

const dayMs = 86_400_000;
const months = 2;

function world() {
  let time = Date.parse('2026-11-22T15:00:00Z');
  const clock = { now: () => new Date(time), wall: () => new Date(time) };
  const { table, stream } = openSqlite(':memory:', clock);
  return {
    clock,
    table,
    pass: (days: number) => {
      time += days * dayMs;
    },
    /** What was announced since the last time this was asked. */
    announced: () => {
      const announced = stream.read(1000);
      stream.acknowledge(announced.map(({ sequence }) => sequence));
      return announced.map(({ item }) => announcementOf(item));
    },
    recorded: async () => {
      const found = [];
      for (const id of ['big-12', 'sec', 'mountain-west', 'american', 'conference-usa'])
        found.push(...(await facts.between(table, client(id).clientId, day('2026-09-01'), day('2099-12-31'))));
      return found;
    },
  };
}

it('loads the clients with their history up to yesterday, asks for one scoring each, and has read what people wrote of late', async () => {
  const { table, clock, announced, recorded } = world();
  const told = await loadDemonstration(table, clock, { months });
  const found = await recorded();
  expect(told).toEqual({ facts: found.length, through: '2026-11-21' });
  expect(found.map(({ detail }) => detail.date).sort()).toMatchObject({ 0: '2026-09-01' });
  expect(found.every(({ recordedAt }) => recordedAt < clock.now().toISOString())).toBe(true);
  const asked = announced();
  expect(asked.filter(({ detailType }) => detailType === 'client.scoring-due')).toHaveLength(5);
  const written = found.filter(({ type, detail }) => type === 'survey.answered' && detail.comment && late(detail.date));
  expect(written.length).toBeGreaterThan(3);
  expect(
    asked
      .filter(({ detailType }) => detailType !== 'client.scoring-due')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(written.map(({ factId }) => factId).sort());
});

const late = (date: IsoDate) => date > '2026-09-22';

it('knows who was in office before the history begins', async () => {
  const { table, clock } = world();
  await loadDemonstration(table, clock, { months });
  const leaders = await facts.leadersBefore(table, client('big-12').clientId, day('2026-09-01'));
  expect(leaders.map(({ detail }) => detail)).toMatchObject([
    { role: 'scheduling-associate', change: 'appointed' },
    { role: 'deputy-commissioner', change: 'appointed' },
    { role: 'commissioner', change: 'appointed' },
  ]);
});

it('loads once', async () => {
  const { table, clock, announced, recorded } = world();
  await loadDemonstration(table, clock, { months });
  const before = await recorded();
  announced();
  expect(await loadDemonstration(table, clock, { months })).toBeUndefined();
  expect(await recorded()).toEqual(before);
  expect(announced()).toEqual([]);
});

it('goes on day by day, announcing each fact, and tells what one long telling would have told', async () => {
  const { table, clock, pass, announced, recorded } = world();
  await loadDemonstration(table, clock, { months });
  announced();
  for (let passed = 0; passed < 10; passed++) {
    pass(1);
    const told = await continueDemonstration(table, clock);
    expect(told?.through).toBe(addDays(dateIn(businessZone, clock.now()), -1));
    expect(announced()).toHaveLength(told?.facts ?? -1);
    expect(await continueDemonstration(table, clock)).toBeUndefined();
  }
  const whole = [
    ...factsBetween({ startedOn: day('2026-11-22'), seed: defaultSeed }, day('2026-09-01'), day('2026-12-01')),
  ];
  expect(byId(await recorded())).toEqual(byId(whole));
});

it('records a long gap quietly and asks for one scoring each', async () => {
  const { table, clock, pass, announced } = world();
  await loadDemonstration(table, clock, { months });
  announced();
  pass(40);
  expect((await continueDemonstration(table, clock))?.facts).toBeGreaterThan(200);
  const asked = Map.groupBy(announced(), ({ detailType }) => detailType);
  expect([...asked.keys()].sort()).toEqual(['client.scoring-due', 'survey.answered']);
  expect(asked.get('client.scoring-due')).toHaveLength(5);
});

it('completes a load that was interrupted, even on a later day, with the story as it began', async () => {
  const { table, clock, pass, recorded } = world();
  await expect(loadDemonstration(interrupted(table, 3), clock, { months })).rejects.toThrow('power cut');
  pass(3);
  await loadDemonstration(table, clock, { months });
  expect((await demonstration.marker(table))?.toldThrough).toBe('2026-11-24');
  const whole = [
    ...factsBetween({ startedOn: day('2026-11-22'), seed: defaultSeed }, day('2026-09-01'), day('2026-11-24')),
  ];
  expect(byId(await recorded())).toEqual(byId(whole));
});

it('leaves a table that has clients of its own alone', async () => {
  const { table, clock, recorded } = world();
  await table.commit([clients.put(client('big-12', { provenance: 'recorded' }))]);
  expect(await loadDemonstration(table, clock)).toBeUndefined();
  expect(await continueDemonstration(table, clock)).toBeUndefined();
  expect(await recorded()).toEqual([]);
});

const byId = (found: readonly { factId: string }[]) => new Map(found.map((fact) => [fact.factId, fact]));

/** A table that fails after this many commits. */
const interrupted = (table: Table, commits: number): Table => ({
  ...table,
  commit: async (changes: readonly Change[]) => {
    if (commits-- <= 0) throw new Error('power cut');
    await table.commit(changes);
  },
});
