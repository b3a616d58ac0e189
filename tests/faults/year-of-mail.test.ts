import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { continueDemonstrationDaily } from '#local/demonstration/continue-demonstration.ts';
import { mailFunctions } from '#local/demonstration/replay-mail.ts';
import { loadDemonstration } from '#local/demonstration/tell-demonstration.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import type { Mail } from '#shared/domain/mail/mail.ts';
import type { Message } from '#shared/domain/mail/message.ts';
import type { Meeting } from '#shared/domain/meetings/meeting.ts';
import { reviewRate } from '#shared/domain/meetings/review-rate.ts';
import { mailCalendar } from '#shared/domain/season/mail-calendar.ts';
import { addMonths, dateIn, Instant, IsoMonth } from '#shared/domain/values/iso-date.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import { actions } from '#shared/store/action.ts';
import { clients } from '#shared/store/client.ts';
import { deadLetters } from '#shared/store/dead-letter.ts';
import { mails } from '#shared/store/mail.ts';
import { meetings } from '#shared/store/meeting.ts';
import { messages } from '#shared/store/message.ts';
import { type World, world } from '#tests/journeys/world.ts';
import { monthsLived } from './size.ts';

const hourMs = 3_600_000;
const began = '2025-12-01T12:00:00.000Z';
/** The office looks every four hours. */
const stepHours = 4;
/** The months whose reviews go out meanwhile. */
const reviewed = Array.from({ length: monthsLived }, (_, ahead) => addMonths(IsoMonth.parse('2025-11'), ahead));
const ends = Date.parse(`${addMonths(IsoMonth.parse('2025-12'), monthsLived)}-01T12:00:00.000Z`);

/** A year, or a season, of the simulated portfolio on a clock that jumps, with the functions that run every day. */
describe('a year of mail to the demonstration', () => {
  let here: World;
  const active: Client[] = [];
  const sent: Mail[] = [];
  let settled: readonly Message[] = [];
  let met: readonly Meeting[] = [];
  beforeAll(async () => {
    here = world({ at: began, functions: [...mailFunctions, continueDemonstrationDaily] });
    await loadDemonstration(here.table, here.clock, { months: 1 });
    while (here.clock.now().getTime() < ends) {
      here.advance(stepHours * hourMs);
      await here.wakeDue();
      await here.drain();
    }
    for await (const client of clients.all(here.table)) if (client.status === 'active') active.push(client);
    let cursor: string | undefined;
    do {
      const page = await mails.newest(here.table, 200, cursor);
      sent.push(...page.mails.filter(({ about }) => about));
      cursor = page.cursor;
    } while (cursor);
    settled = await messages.settled(here.table, 10_000);
    met = await meetings.between(here.table, Instant.parse(began));
  }, 300_000);
  afterAll(() => here.close());

  it('brings every active client its review of every month', () => {
    expect(active.length).toBeGreaterThan(3);
    for (const { clientId } of active) {
      const told = settled.filter((message) => message.clientId === clientId && message.kind === 'monthly-review');
      const months = new Set(told.flatMap(({ status, occasion }) => (status === 'mailed' ? [occasion] : [])));
      expect([...months].sort(), clientId).toEqual(reviewed);
    }
  });

  it('brings each review within the month after the one it is about, blackouts or not', () => {
    for (const { clientId, timeZone } of active) {
      const first = new Map<string, string>();
      for (const message of settled)
        if (message.clientId === clientId && message.kind === 'monthly-review' && message.status === 'mailed')
          first.set(message.occasion, [first.get(message.occasion) ?? message.at, message.at].sort()[0] ?? message.at);
      const sentIn = [...first].map(([occasion, at]) => [occasion, dateIn(timeZone, new Date(at)).slice(0, 7)]);
      expect(sentIn.sort(), clientId).toEqual(reviewed.map((month) => [month, addMonths(month, 1)]));
    }
  });

  it('breaks no cap: a person gets one mail in any week and four in any month, an office two in any week', () => {
    const counted = sent.filter(({ priority }) => priority !== 'critical');
    expect(counted.length).toBeGreaterThan(12 * monthsLived);
    const most = (of: (mail: Mail) => unknown, days: number) =>
      Math.max(
        ...[...Map.groupBy(counted, of).values()].flatMap((group) =>
          group.map(({ queuedAt }) => group.filter((other) => isWithin(days, other.queuedAt, queuedAt)).length),
        ),
      );
    const person = ({ about, contactId }: Mail) => `${about}/${contactId}`;
    expect(most(person, 7)).toBe(1);
    expect(most(person, 31)).toBeLessThanOrEqual(4);
    expect(most(({ about }) => about, 7)).toBeLessThanOrEqual(2);
  });

  it('disturbs nobody at night, on a weekend, or on days on which the office is to be left alone', () => {
    for (const { about, kind, queuedAt, priority } of sent) {
      const client = active.find(({ clientId }) => clientId === about);
      if (!client || priority === 'critical' || kind === 'operator-alert') continue;
      const moment = new Date(queuedAt);
      const shown = moment.toLocaleString('en-GB', { timeZone: client.timeZone, weekday: 'short', hour: '2-digit' });
      expect(shown).toMatch(/^(Mon|Tue|Wed|Thu|Fri),? (0[789]|1[0-8])$/);
      const today = dateIn(client.timeZone, moment);
      const { blackouts } = mailCalendar(client, today);
      if (catalogue[kind].season !== 'anytime')
        expect(blackouts.filter(({ from, to }) => from <= today && today <= to)).toEqual([]);
    }
  });

  it('proposes with each review a meeting at a time that no other client has, and invites to it', () => {
    const times = met.map(({ at, minutes }) => ({ from: Date.parse(at), to: Date.parse(at) + minutes * 60_000 }));
    for (const [place, one] of times.entries())
      expect(times.slice(place + 1).filter((other) => one.from < other.to && other.from < one.to)).toEqual([]);
    const reviews = sent.filter(({ kind }) => kind === 'monthly-review');
    expect(reviews.filter(({ invitation }) => invitation).length / reviews.length).toBeGreaterThan(0.9);
  });

  it('counts as reviews only the meetings that were held', () => {
    const rates = reviewed.map((month) =>
      reviewRate(
        met,
        active.map(({ clientId }) => clientId),
        addMonths(month, 1),
      ),
    );
    const held = rates.reduce((total, rate) => total + rate.held.length, 0);
    expect(held).toBe(met.filter(({ status }) => status === 'held').length);
    expect(met.filter(({ status }) => status === 'missed').length).toBeGreaterThan(0);
    expect(held / (monthsLived * active.length)).toBeGreaterThan(0.7);
  });

  it('leaves each mail and each meeting in the history of its client, and nothing half done', async () => {
    for (const { clientId } of active) {
      const history = await actions.of(here.table, clientId);
      const ofMail = history.flatMap(({ mailId }) => mailId ?? []);
      expect(ofMail.sort()).toEqual(
        sent
          .filter(({ about }) => about === clientId)
          .map(({ mailId }) => mailId)
          .sort(),
      );
      const took = met.filter((each) => each.clientId === clientId && ['held', 'missed'].includes(each.status));
      expect(history.filter(({ type }) => type === 'meeting')).toHaveLength(took.length);
    }
    expect(sent.filter(({ status }) => status !== 'sent')).toEqual([]);
    expect(await deadLetters.newest(here.table, 10)).toEqual([]);
  });

  it('ends every message with a reason, and lets no review go stale in every hand', () => {
    const expired = settled.filter(({ status }) => status === 'expired');
    for (const message of expired) expect('reason' in message && message.reason).toBeTruthy();
    // Only what waits for the operator, who is away, ends unsent in any number.
    const unapproved = expired.filter(({ approval }) => approval.state === 'waiting');
    expect(expired.length - unapproved.length).toBeLessThan(settled.length * 0.1);
  });
});

const isWithin = (days: number, earlier: string, later: string) =>
  earlier <= later && Date.parse(earlier) > Date.parse(later) - days * 24 * hourMs;
