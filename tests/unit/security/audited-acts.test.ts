import { beforeEach, describe, expect, it } from 'vitest';
import { moveMeeting } from '#functions/arrange-meeting/move-meeting.ts';
import { recordMeeting } from '#functions/arrange-meeting/record-meeting.ts';
import { assessRisk } from '#functions/assess-risk/assess-risk.ts';
import { actOnAll } from '#functions/decide-mail/act-on-all.ts';
import { actOnProposal } from '#functions/decide-proposal/act-on-proposal.ts';
import { change, remember } from '#functions/decide-proposal/keep-memory.ts';
import { loadProposal, proposalHash } from '#functions/decide-proposal/load-proposal.ts';
import { switchAgents } from '#functions/decide-proposal/switch-agents.ts';
import { importPortfolioFile, importUsageFile } from '#local/import/import-file.ts';
import { offlineWriter } from '#shared/adapters/offline-writer.ts';
import { breaksIn } from '#shared/domain/audit/chain.ts';
import { everyClient } from '#shared/domain/audit/entry.ts';
import { Instant } from '#shared/domain/values/iso-date.ts';
import type { Change } from '#shared/ports/table.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { decisions } from '#shared/store/decision.ts';
import { memories } from '#shared/store/memory.ts';
import { alert, type Situated, situated } from '#tests/fixtures/situations.ts';

let here: Situated;
let commits: (readonly Change[])[];
beforeEach(async () => {
  const world = await situated({ adoption: { analytics: 0.1, travel: 0.3 }, alerts: [alert()], reviewInDays: 4 });
  commits = [];
  const commit: Situated['table']['commit'] = async (changes) => {
    await world.table.commit(changes);
    commits.push(changes);
  };
  here = { ...world, table: { ...world.table, commit } };
});

/** What was recorded, and of each entry what was written in the very same commit. */
const recorded = () =>
  commits.flatMap((changes) => {
    const items = changes.flatMap((change) => ('put' in change ? [change.put] : []));
    const others = [...items.map(({ entity }) => entity), ...changes.map((one) => ('delete' in one ? 'deleted' : ''))];
    return items
      .filter(({ entity }) => entity === 'audit-entry')
      .map(({ act, by, scope }) => ({ act, by, scope, with: others }));
  });

const log = { info: () => {}, warn: () => {}, error: () => {} };
const entry = (act: string, scope: string, entity: string) => ({
  act,
  by: 'operator',
  scope,
  with: expect.arrayContaining([entity]),
});
const file = (name: string, ...lines: string[]) => ({ name, bytes: Buffer.from(lines.join('\n')) });

describe('the audit trail records with the act itself', () => {
  it('that all mail was paused and resumed, and all agents stopped and started', async () => {
    await actOnAll('pause')({ ...here, log });
    await actOnAll('resume')({ ...here, log });
    await switchAgents(here, 'off', 'Jordan Example asked for it');
    await switchAgents(here, 'off', 'again, which is nothing new');
    await switchAgents(here, 'on', '');
    expect(recorded()).toEqual([
      entry('mail.paused', everyClient, 'sending-switch'),
      entry('mail.resumed', everyClient, 'sending-switch'),
      entry('agents.stopped', everyClient, 'agent-switch'),
      entry('agents.resumed', everyClient, 'agent-switch'),
    ]);
    expect(JSON.stringify(await auditTrail.of(here.table, everyClient))).not.toMatch(/jordan/i);
  });

  it('what was decided on the desk, and of an approval the hash of what was approved', async () => {
    const { clientId } = here.client;
    const detail = { clientId, alertId: 'a', severity: 'warning' } as const;
    const raised = { id: 'e', detailType: 'alert.raised', time: here.instant, detail } as const;
    await assessRisk.run({ ...here, model: offlineWriter, log }, raised);
    const [{ decisionId } = { decisionId: '' }] = await decisions.waiting(here.table);
    const decide = (act: 'approve' | 'snooze' | 'reject', form: Record<string, string>) =>
      actOnProposal(act, { ...here, log }, { clientId, decisionId }, new URLSearchParams(form));
    commits = [];
    await decide('snooze', { days: '2' });
    const [waiting] = await decisions.waiting(here.table);
    const proposal = waiting && (await loadProposal(here.table, waiting, here.clock.now()));
    const shown = Instant.parse(here.clock.now().toISOString());
    const hash = proposal ? proposalHash(proposal, shown) : '';
    await decide('approve', { shown, hash });
    const ofDesk = recorded().filter(({ act }) => String(act).startsWith('decision.'));
    expect(ofDesk).toEqual([
      entry('decision.snoozed', clientId, 'decision'),
      entry('decision.approved', clientId, 'decision'),
    ]);
    expect((await auditTrail.of(here.table, clientId)).at(-1)?.detail).toEqual({ hash });
  });

  it('what was remembered, changed and forgotten, without its words', async () => {
    const { clientId } = here.client;
    const form = (fields: Record<string, string>) => new URLSearchParams(fields);
    await remember({ ...here, log }, clientId, form({ kind: 'promise', says: 'Call Jordan Example' }));
    const [kept] = await memories.of(here.table, clientId);
    if (!kept) throw new Error('nothing was remembered');
    await change({ ...here, log }, kept, form({ says: 'Call Jordan Example on Monday' }));
    await change({ ...here, log }, kept, form({ act: 'forget' }));
    expect(recorded()).toEqual([
      entry('memory.kept', clientId, 'memory'),
      entry('memory.changed', clientId, 'memory'),
      entry('memory.forgotten', clientId, 'deleted'),
    ]);
    expect(JSON.stringify(await auditTrail.of(here.table, clientId))).not.toMatch(/jordan/i);
  });

  it('that a meeting was moved and what became of it', async () => {
    const { clientId } = here.client;
    await moveMeeting(here.table, here.clock, { clientId, at: Instant.parse('2026-11-25T18:00:00.000Z') });
    await recordMeeting(here.table, here.clock, { clientId, outcome: 'cancelled' });
    expect(recorded()).toEqual([
      entry('meeting.moved', clientId, 'meeting'),
      entry('meeting.cancelled', clientId, 'meeting'),
    ]);
    const [moved] = await auditTrail.of(here.table, clientId);
    expect(moved?.detail).toEqual({ purpose: 'monthly-review', on: '2026-11-25T18:00:00.000Z' });
  });

  it('what was imported, once for each client it changed, and nothing when it changed nothing', async () => {
    const usage = file(
      'usage.csv',
      'clientId,date,product,dailyActiveUsers',
      'american,2026-11-19,flextime,31',
      'american,2026-11-18,flextime,30',
      'sec,2026-11-19,flextime,12',
    );
    expect(await importUsageFile(here.table, here.clock, usage)).toMatchObject({ outcome: 'imported', imported: 3 });
    expect(await importUsageFile(here.table, here.clock, usage)).toMatchObject({ imported: 0 });
    expect(recorded()).toEqual([entry('usage.imported', 'american', 'fact'), entry('usage.imported', 'sec', 'fact')]);
    const [first] = await auditTrail.of(here.table, 'american');
    expect(first?.detail).toEqual({ reports: '2' });
    const portfolio = file(
      'portfolio.csv',
      'clientId,name,type,status,memberSchools,staffSeats,services,timeZone,fiscalYearEnd',
      'pac-12,Pac-12,power-conference,active,9,30,flextime,America/Los_Angeles,06-30',
    );
    commits = [];
    expect(await importPortfolioFile(here.table, here.clock, portfolio)).toMatchObject({ imported: 1, problems: [] });
    expect(recorded()).toEqual([entry('portfolio.imported', 'pac-12', 'client')]);
  });

  it('in chains that are whole, also when another writer was faster', async () => {
    await Promise.all(['off', 'on', 'off'].map((to) => switchAgents(here, to === 'on' ? 'on' : 'off', 'why')));
    await Promise.all([actOnAll('pause')({ ...here, log }), switchAgents(here, 'on', '')]);
    const entries = await auditTrail.of(here.table, everyClient);
    expect(entries.length).toBeGreaterThan(2);
    expect(await breaksIn(entries, await auditTrail.head(here.table, everyClient))).toEqual([]);
  });
});
