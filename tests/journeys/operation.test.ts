import { afterEach, describe, expect, it } from 'vitest';
import { defineEvent, eventOf } from '#events/define-event.ts';
import { ScoringDue } from '#events/scoring-due.ts';
import { functions } from '#functions/index.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import type { About, Log } from '#shared/ports/log.ts';
import { deadLetters } from '#shared/store/dead-letter.ts';
import { health } from '#shared/store/health.ts';
import { badDay, goodMonths, send } from './reports.ts';
import { aClient, type World, world } from './world.ts';

const opened: World[] = [];
const open = (...circumstances: Parameters<typeof world>) => {
  const at = world(...circumstances);
  opened.push(at);
  return at;
};
afterEach(async () => {
  for (const at of opened.splice(0)) await at.close();
});

type Line = About & { readonly message: string };

/** A world whose log can be read afterwards. */
function logged() {
  const lines: Line[] = [];
  const write = (message: string, about: About = {}) => void lines.push({ ...about, message });
  const log: Log = { info: write, warn: write, error: write };
  return { at: open({ disturb: (everything) => ({ ...everything, log }) }), lines };
}

const clientId = ClientId.parse('big-12');

describe('from webhook to mail', () => {
  it('every line can be followed by the id of the delivery', async () => {
    const { at, lines } = logged();
    await aClient(at);
    await send(at, goodMonths);
    await at.drain();
    lines.splice(0);

    await send(at, badDay.slice(0, 1));
    await at.drain();
    const caused = lines.filter(({ correlationId }) => correlationId === 'survey-2').map(({ message }) => message);
    expect(caused).toEqual(expect.arrayContaining(['webhook delivery recorded', 'client scored', 'mail sent']));
    expect(lines.filter(({ correlationId }) => correlationId === undefined)).toEqual([]);
  });

  it('what went well and what did not is measured', async () => {
    const { at, lines } = logged();
    await aClient(at);
    await send(at, [...goodMonths, ...badDay]);
    await at.drain();
    await at.app.request('/webhooks/weather', { method: 'POST', body: '{}' });
    const measured = lines.flatMap(({ measured }) => (measured ? [measured] : []));
    expect(measured).toContainEqual({ values: { ClientsScored: 1 } });
    expect(measured).toContainEqual({ values: { Mails: 1 }, by: 'accepted' });
    expect(measured).toContainEqual({ values: { RefusedWebhooks: 1 }, by: '404' });
  });

  it('nothing personal is in the log', async () => {
    const { at, lines } = logged();
    await aClient(at);
    await send(at, [...goodMonths, ...badDay]);
    await at.drain();
    expect(lines.length).toBeGreaterThan(5);
    expect(JSON.stringify(lines)).not.toMatch(/@|Big 12|whsec_/);
  });
});

describe('dead letters', () => {
  const ask = (at: World) => {
    const now = instantOf(at.clock.now());
    return at.bus.publish([eventOf(ScoringDue, `asked:${now}`, now, { clientId })]);
  };

  it('go home when the cause is gone, once, and nothing of them stays', async () => {
    const at = open();
    await ask(at);
    await at.drain();
    expect(await deadLetters.all(at.table)).toMatchObject([{ functionName: 'score-client', attempts: 5 }, {}]);

    await aClient(at);
    expect(await at.redrive.of('score-client', { drop: false })).toEqual({ functionName: 'score-client', letters: 1 });
    await at.drain();
    expect(await health.standing(at.table, clientId)).toBeDefined();
    expect((await deadLetters.all(at.table)).map(({ functionName }) => functionName)).toEqual(['watch-risk']);
    expect(await at.redrive.of('score-client', { drop: false })).toMatchObject({ letters: 0 });
  });

  it('come back when the cause is still there', async () => {
    const at = open();
    await ask(at);
    await at.drain();
    const [before] = await deadLetters.all(at.table);
    at.advance(60_000);
    await at.redrive.of('score-client', { drop: false });
    await at.drain();
    const [, after] = await deadLetters.all(at.table);
    expect(after).toMatchObject({ functionName: before?.functionName, reason: before?.reason });
  });

  it('can be dropped: then nothing is delivered', async () => {
    const at = open();
    await ask(at);
    await at.drain();
    await aClient(at);
    await at.redrive.of('score-client', { drop: true });
    await at.drain();
    expect(await health.standing(at.table, clientId)).toBeUndefined();
  });
});

describe('what a function did not declare', () => {
  const Knocked = defineEvent({ ...ScoringDue, detailType: 'door.knocked' });
  const scoring = functions.find(({ name }) => name === 'score-client');
  if (!scoring || !('on' in scoring)) throw new Error('there is no score-client');

  it('it may not touch, here as in the cloud', async () => {
    const at = open({ functions: [{ ...scoring, on: [Knocked], partitions: ['SEASONS'] }] });
    await aClient(at);
    const now = instantOf(at.clock.now());
    await at.bus.publish([{ ...eventOf(ScoringDue, 'knock', now, { clientId }), detailType: 'door.knocked' }]);
    await at.drain();
    expect(await deadLetters.all(at.table)).toMatchObject([
      { reason: 'Error: score-client did not declare that it touches the partition CLIENT#big-12' },
    ]);
  });
});
