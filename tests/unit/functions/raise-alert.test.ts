import { beforeEach, describe, expect, it } from 'vitest';
import { eventOf } from '#events/define-event.ts';
import { HealthBandChanged } from '#events/health-band-changed.ts';
import { raiseAlert } from '#functions/raise-alert/raise-alert.ts';
import type { HealthBand } from '#shared/domain/health/band.ts';
import type { IsoDate } from '#shared/domain/values/iso-date.ts';
import { Score } from '#shared/domain/values/score.ts';
import { alerts } from '#shared/store/alert.ts';
import { mails } from '#shared/store/mail.ts';
import { risks } from '#shared/store/risk.ts';
import { client, day, type World, world } from '#tests/fixtures/world.ts';

const american = client('american');

describe('raise-alert', () => {
  let here: World;
  beforeEach(async () => {
    here = await world({ now: new Date('2026-11-20T15:00:00Z'), clients: [american] });
  });

  const move = (id: string, from: HealthBand | undefined, to: HealthBand, on: IsoDate = day('2026-11-20')) => {
    const detail = { clientId: american.clientId, from, to, score: Score.parse(71.4), scoredOn: on };
    const { time } = eventOf(HealthBandChanged, id, here.instant, detail);
    return raiseAlert.run(here, { id, detailType: 'health.band-changed', time, detail });
  };
  const outbox = async () => (await mails.newest(here.table, 10)).mails;

  it('raises one alert with cause, owner, due date and play, and one mail to the operator', async () => {
    await move('one', 'good', 'at-risk');
    expect(await alerts.open(here.table)).toMatchObject([
      {
        severity: 'urgent',
        cause: { says: 'American fell from good to at risk at a score of 71.4.' },
        owner: 'operator',
        dueOn: '2026-11-23',
        play: { name: 'Recovery plan' },
      },
    ]);
    expect(await outbox()).toMatchObject([
      {
        to: 'operator@heliix.example',
        status: 'pending',
        subject: '[simulated] American: recovery plan due 23 November 2026',
      },
    ]);
  });

  it('says the same in text and HTML, and links to the evidence', async () => {
    await move('one', 'good', 'at-risk');
    const [mail] = await outbox();
    for (const part of [mail?.text, mail?.html])
      for (const said of [
        'American fell from good to at risk',
        'Recovery plan',
        '23 November 2026',
        'http://localhost:8787/clients/american',
      ])
        expect(part).toContain(said);
  });

  it('raises nothing more when the same change is delivered again, even at once', async () => {
    await Promise.all([move('one', 'good', 'at-risk'), move('one', 'good', 'at-risk')]);
    await move('one', 'good', 'at-risk');
    expect(await alerts.open(here.table)).toHaveLength(1);
    expect(await outbox()).toHaveLength(1);
  });

  it('brings good news on a rise, and closes what it settles', async () => {
    await move('one', 'good', 'at-risk', day('2026-11-10'));
    await move('two', 'at-risk', 'good');
    expect(await alerts.open(here.table)).toMatchObject([
      { alertId: '2026-11-20-health-band-rise', severity: 'good-news' },
    ]);
    expect(await alerts.of(here.table, american.clientId)).toMatchObject([
      {
        alertId: '2026-11-10-health-band',
        status: 'closed',
        closedBecause: 'The client is good since 2026-11-20.',
        outcome: 'recovered',
      },
      { alertId: '2026-11-20-health-band-rise', status: 'open' },
    ]);
  });

  it('only closes when the rise takes back a fall of the same day', async () => {
    await move('one', 'good', 'at-risk');
    await move('two', 'at-risk', 'good');
    expect(await alerts.open(here.table)).toEqual([]);
    expect(await outbox()).toHaveLength(1);
  });

  it('revises the open alert when the band falls further, and tells of it once', async () => {
    await move('one', 'good', 'at-risk', day('2026-11-10'));
    await move('two', 'at-risk', 'critical');
    await move('two', 'at-risk', 'critical');
    expect(await alerts.of(here.table, american.clientId)).toMatchObject([
      {
        status: 'open',
        cause: { from: 'good', to: 'critical', says: 'American fell from at risk to critical at a score of 71.4.' },
        play: { name: 'Save the account' },
        dueOn: '2026-11-21',
        history: [{ what: 'raised' }, { what: 'revised' }],
      },
    ]);
    expect(await outbox()).toHaveLength(2);
  });

  it('eases the open alert when the band rises and still needs attention', async () => {
    await move('one', 'good', 'critical', day('2026-11-10'));
    await move('two', 'critical', 'at-risk');
    expect(await alerts.of(here.table, american.clientId)).toMatchObject([
      { status: 'open', cause: { from: 'good', to: 'at-risk' }, play: { name: 'Recovery plan' } },
    ]);
  });

  it('reopens the alert of a fall that comes back, and ends the good news', async () => {
    await move('one', 'good', 'at-risk', day('2026-10-01'));
    await move('two', 'at-risk', 'good', day('2026-11-01'));
    await move('three', 'good', 'at-risk');
    expect(await alerts.of(here.table, american.clientId)).toMatchObject([
      { status: 'open', history: [{ what: 'raised' }, { what: 'closed' }, { what: 'reopened' }] },
      { severity: 'good-news', status: 'closed' },
    ]);
    expect(await outbox()).toHaveLength(3);
  });

  it('ignores a change that is older than one it knows', async () => {
    await move('two', 'critical', 'good');
    await move('one', 'good', 'critical', day('2026-11-10'));
    expect(await alerts.open(here.table)).toMatchObject([{ severity: 'good-news' }]);
  });

  it('puts the client at risk in the same commit', async () => {
    await move('one', 'good', 'at-risk');
    expect(await risks.of(here.table, american.clientId)).toMatchObject({
      stages: [{ stage: 'at-risk', since: '2026-11-20', because: expect.stringContaining('fell from good') }],
    });
  });

  it('tells of a first score that needs attention', async () => {
    await move('one', undefined, 'critical');
    expect(await alerts.open(here.table)).toMatchObject([
      { cause: { says: 'American is critical at a score of 71.4: its first assessment.' }, dueOn: '2026-11-21' },
    ]);
  });
});
