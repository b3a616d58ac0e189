import { describe, expect, it } from 'vitest';
import { factsBetween, factsOn } from '#local/demonstration/facts.ts';
import { demonstrationClients } from '#local/demonstration/portfolio.ts';
import { defaultSeed } from '#local/demonstration/tell-demonstration.ts';
import { renewalStage } from '#shared/domain/clients/renewal-stage.ts';
import { type Fact, factDetails } from '#shared/domain/facts/fact.ts';
import { addDays } from '#shared/domain/values/iso-date.ts';
import { day } from '#tests/fixtures/world.ts';

const scenario = { startedOn: day('2026-11-22'), seed: defaultSeed };
const [from, to] = [day('2024-11-01'), day('2026-11-21')];
const told = [...factsBetween(scenario, from, to)];
const of = (clientId: string) => told.filter(({ detail }) => detail.clientId === clientId);

describe('the simulated portfolio', () => {
  it('labels every client as simulated and writes only to example addresses', () => {
    for (const { client, contacts } of demonstrationClients(scenario)) {
      expect(client.provenance).toBe('simulated');
      for (const { email } of contacts) expect(email).toMatch(/\.example$/);
    }
  });

  it.each(['2026-11-22', '2027-01-31', '2028-02-29', '2026-07-01', '2026-12-31'])(
    'has a contract in negotiation, one active and one early when it starts on %s',
    (startedOn) => {
      const today = day(startedOn);
      const stages = demonstrationClients({ startedOn: today }).flatMap(({ contract }) =>
        contract ? [renewalStage(today, contract.end)] : [],
      );
      expect(new Set(stages)).toEqual(new Set(['early', 'active', 'negotiation']));
    },
  );
});

describe('what is recorded of it', () => {
  it('is the same for a day told alone as for the whole range', () => {
    const alone = new Map<string, Fact[]>();
    for (let date = day('2026-06-20'); date <= '2026-07-20'; date = addDays(date, 1))
      for (const { client } of demonstrationClients(scenario))
        for (const fact of factsOn(scenario, client.clientId, date)) alone.set(fact.factId, [fact]);
    const inRange = told.filter(({ detail }) => detail.date >= '2026-06-20' && detail.date <= '2026-07-20');
    expect(new Map(inRange.map((fact) => [fact.factId, [fact]]))).toEqual(alone);
  });

  it('differs with the seed, and not with the time it is asked', () => {
    const march = (seed: number) => [...factsBetween({ ...scenario, seed }, day('2026-03-01'), day('2026-03-31'))];
    expect(march(defaultSeed)).toEqual(march(defaultSeed));
    expect(march(defaultSeed + 1)).not.toEqual(march(defaultSeed));
  });

  it('identifies each fact, keeps within the bounds of the domain and is recorded on its day', () => {
    expect(new Set(told.map(({ factId }) => factId)).size).toBe(told.length);
    for (const { factId, type, detail, recordedAt } of told) {
      expect(factDetails[type].safeParse(detail).error, factId).toBeUndefined();
      expect(recordedAt.slice(0, 10)).toBe(detail.date);
      expect(factId).toContain(`demonstration:${detail.clientId}:${type}:${detail.date}`);
    }
  });

  it('follows the sporting calendar: scheduling peaks in January, compliance in July and August, weekends are quiet', () => {
    const sessions = dailyMean('flextime', 'schedulingSessions');
    expect(sessions('-01-')).toBeGreaterThan(1.6 * sessions('-07-'));
    expect(sessions('-12-')).toBeGreaterThan(1.5 * sessions('-10-'));
    expect(sessions('-03-')).toBeLessThan(0.6 * sessions('-01-'));
    const reports = dailyMean('heliix', 'complianceReports');
    expect(reports('-07-')).toBeGreaterThan(1.5 * reports('-01-'));
    expect(sessions('2026-01-17')).toBeLessThan(0.5 * sessions('2026-01-16'));
  });

  it('knows of a prospect only its people', () => {
    expect(new Set(of('sec').map(({ type }) => type))).toEqual(new Set(['leadership.changed']));
  });

  it('tells of an office at risk: the scheduler gone, usage a third lower, surveys falling, an invoice overdue, tickets open', () => {
    const facts = of('american');
    const usage = (month: string) => dailyMean('flextime', 'schedulingSessions', 'american')(month);
    expect(usage('2026-11') / usage('2025-11')).toBeLessThan(0.75);
    const answers = facts.filter((fact) => fact.type === 'survey.answered').map(({ detail }) => detail.score);
    expect(mean(answers.slice(-3))).toBeLessThan(mean(answers.slice(0, 12)) - 1.5);
    expect(facts.some(({ type, detail }) => type === 'leadership.changed' && detail.change === 'departed')).toBe(true);
    const paid = facts.filter((fact) => fact.type === 'invoice.paid').map(({ detail }) => detail.invoiceId);
    const due = facts.filter((fact) => fact.type === 'invoice.issued' && fact.detail.dueDate < '2026-11-01');
    expect(due.filter((fact) => fact.type === 'invoice.issued' && !paid.includes(fact.detail.invoiceId))).toHaveLength(
      1,
    );
    const resolved = facts.filter((fact) => fact.type === 'ticket.resolved').map(({ detail }) => detail.ticketId);
    const open = facts.filter((fact) => fact.type === 'ticket.opened' && !resolved.includes(fact.detail.ticketId));
    expect(open.length).toBeGreaterThanOrEqual(2);
  });

  it('asks a person at most once a month', () => {
    const answers = told.flatMap((fact) => (fact.type === 'survey.answered' ? [fact.detail] : []));
    const asked = answers.map(({ clientId, surveyId, respondent }) => [clientId, surveyId, respondent].join(' '));
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('leaves no ticket open but those of the office at risk and of the last days', () => {
    const resolved = new Set(told.filter((fact) => fact.type === 'ticket.resolved').map(ticketOf));
    const open = told.filter((fact) => fact.type === 'ticket.opened' && !resolved.has(ticketOf(fact)));
    const old = open.filter(({ detail }) => detail.date < '2026-11-17');
    expect(old.map(({ detail }) => detail.clientId)).toEqual(['american', 'american']);
  });

  it('resolves every ticket it says is resolved after it was opened', () => {
    const opened = new Map(told.filter((fact) => fact.type === 'ticket.opened').map((fact) => [ticketOf(fact), fact]));
    const resolutions = told.filter((fact) => fact.type === 'ticket.resolved' && fact.detail.date >= '2024-12-01');
    expect(resolutions.length).toBeGreaterThan(100);
    for (const fact of resolutions) expect(opened.get(ticketOf(fact))?.recordedAt ?? '').toMatch(/^20/);
    for (const fact of resolutions) expect(fact.recordedAt > (opened.get(ticketOf(fact))?.recordedAt ?? '')).toBe(true);
  });
});

const ticketOf = ({ detail }: Fact) => ('ticketId' in detail ? `${detail.clientId} ${detail.ticketId}` : '');

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean of a metric over the days whose date contains a text, for Big 12 unless said otherwise. */
function dailyMean(product: string, metric: string, clientId = 'big-12') {
  return (containing: string) =>
    mean(
      of(clientId).flatMap(({ type, detail }) =>
        type === 'usage.reported' && detail.product === product && detail.date.includes(containing)
          ? [Number(Reflect.get(detail.metrics, metric))]
          : [],
      ),
    );
}
