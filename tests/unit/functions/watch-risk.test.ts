import { beforeEach, describe, expect, it } from 'vitest';
import { watchRisk } from '#functions/watch-risk/watch-risk.ts';
import { monthEndsBefore } from '#shared/domain/alerts/monthly-readings.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import { parseFact } from '#shared/domain/facts/fact.ts';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { addDays, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { alerts } from '#shared/store/alert.ts';
import { clients } from '#shared/store/client.ts';
import { facts } from '#shared/store/fact.ts';
import { health } from '#shared/store/health.ts';
import { mails } from '#shared/store/mail.ts';
import { risks } from '#shared/store/risk.ts';
import { client, day, type World, world } from '#tests/fixtures/world.ts';
import { scored } from '#tests/unit/dashboard/assessment.ts';

const american = client('american');
const { clientId } = american;
const today = day('2026-11-20');
const steady = { usage: 85, satisfaction: 85, adoption: 85, financial: 85, leadership: 95 };
const dayMs = 24 * 60 * 60 * 1000;

describe('watch-risk', () => {
  let here: World;
  beforeEach(async () => {
    here = await world({ now: new Date('2026-11-20T15:00:00Z'), clients: [american] });
    await snapshots(monthEndsBefore(today).map((on) => scored(on, steady)));
  });

  const snapshots = (assessments: readonly HealthAssessment[]) =>
    here.table.commit(assessments.map((assessment) => health.putSnapshot(clientId, assessment)));
  const stands = async (assessment: HealthAssessment) => {
    await snapshots([assessment]);
    await here.table.commit([health.putStanding(clientId, assessment, await health.standing(here.table, clientId))]);
  };
  let events = 0;
  const wake = (id = `scored--${events++}`, scoredOn: IsoDate = today) =>
    watchRisk.run(here, { id, detailType: 'health.scored', time: here.instant, detail: { clientId, scoredOn } });
  const due = () =>
    watchRisk.run(here, { id: 'due', detailType: 'client.scoring-due', time: here.instant, detail: { clientId } });
  const raised = () => alerts.of(here.table, clientId);
  const outbox = async () => (await mails.newest(here.table, 10)).mails;
  const leader = (factId: string, detail: object, recordedAt = here.instant) =>
    here.table.commit([
      facts.record(parseFact({ factId, type: 'leadership.changed', recordedAt, detail: { clientId, ...detail } })),
    ]);

  it('does nothing while nothing happens', async () => {
    await stands(scored(today, steady));
    await wake();
    expect(await raised()).toEqual([]);
    expect(await risks.of(here.table, clientId)).toBeUndefined();
  });

  it('warns early of a falling dimension, once, with one mail, and puts the client at risk', async () => {
    await stands(scored(today, { ...steady, usage: 50 }));
    await Promise.all([wake('one'), wake('two')]);
    await wake('three');
    expect(await raised()).toMatchObject([
      { status: 'open', severity: 'urgent', cause: { kind: 'dimension-falling', dimension: 'usage' } },
    ]);
    expect(await outbox()).toMatchObject([{ subject: '[simulated] American: bring usage back due 23 November 2026' }]);
    expect((await risks.of(here.table, clientId))?.stages).toMatchObject([{ stage: 'at-risk', since: '2026-11-20' }]);
  });

  it('closes the warning as recovered and ends the risk once the evidence has gone', async () => {
    await stands(scored(today, { ...steady, usage: 50 }));
    await wake();
    const later = day('2027-06-20');
    here.advance(212 * dayMs);
    await snapshots(monthEndsBefore(later).map((on) => scored(on, steady)));
    await snapshots([scored(addDays(later, -1), steady)]);
    await stands(scored(later, steady));
    await wake();
    expect(await raised()).toMatchObject([{ status: 'closed', outcome: 'recovered' }]);
    expect((await risks.of(here.table, clientId))?.stages.map(({ stage }) => stage)).toEqual(['at-risk', 'recovered']);
  });

  it('opens the play for an announced departure, with its steps in the mail, once however often it is woken', async () => {
    await leader('gone', { date: '2026-11-19', role: 'commissioner', change: 'departure-announced' });
    await wake();
    await wake();
    expect(await raised()).toMatchObject([
      { cause: { kind: 'leadership-change', role: 'commissioner' }, play: { steps: [{}, {}, {}] } },
    ]);
    const sent = await outbox();
    expect(sent).toHaveLength(1);
    for (const part of [sent[0]?.text, sent[0]?.html])
      for (const said of ['By 20 December 2026', 'By 19 January 2027', 'By 18 February 2027'])
        expect(part).toContain(said);
  });

  it('goes on with the same alert when the leader has left and when a successor comes', async () => {
    await leader('announced', { date: '2026-11-01', role: 'commissioner', change: 'departure-announced' });
    await wake();
    await leader('left', { date: '2026-11-10', role: 'commissioner', change: 'departed' });
    await wake();
    await leader('came', { date: '2026-11-18', role: 'commissioner', change: 'appointed' });
    await wake();
    expect(await raised()).toMatchObject([
      { status: 'open', play: { name: 'Welcome the successor' }, history: [{}, {}, {}] },
    ]);
    here.advance(89 * dayMs);
    await wake();
    expect(await raised()).toMatchObject([{ status: 'closed', outcome: 'recovered' }]);
  });

  it('opens nothing for a change that is recorded late', async () => {
    await leader('old', { date: '2026-07-22', role: 'commissioner', change: 'departed' });
    await wake();
    expect(await raised()).toEqual([]);
  });

  it('closes what is open as lost when the client has left, which only an import says', async () => {
    await stands(scored(today, { ...steady, usage: 50 }));
    await wake();
    const left: Client = { ...american, status: 'churned' };
    await here.table.commit([clients.put(left)]);
    await due();
    await due();
    expect(await raised()).toMatchObject([{ status: 'closed', outcome: 'lost', closedBecause: 'The client left.' }]);
    expect((await risks.of(here.table, clientId))?.stages.map(({ stage }) => stage)).toEqual(['at-risk', 'lost']);
  });

  it('leaves a request to score a client alone', async () => {
    await stands(scored(today, { ...steady, usage: 50 }));
    await due();
    expect(await raised()).toEqual([]);
  });

  it('does not compare scores of different models: the past is read again by the new one', async () => {
    await stands({ ...scored(today, { ...steady, usage: 50 }), modelVersion: 'another' });
    await wake();
    expect(await raised()).toEqual([]);
  });

  it('fails loudly for a client that does not exist', async () => {
    const detail = { clientId: client('sec').clientId, scoredOn: today };
    const event = { id: 'x', detailType: 'health.scored', time: here.instant, detail } as const;
    await expect(watchRisk.run(here, event)).rejects.toThrow('No client has this id');
  });
});
