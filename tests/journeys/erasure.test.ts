import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseFor } from '#local/command/commands/erase-contact.ts';
import { exportHistories } from '#local/command/export-histories.ts';
import { exportTable } from '#local/command/export-table.ts';
import type { ErasureRequest } from '#local/erasure/erase-contact.ts';
import { breaksIn } from '#shared/domain/audit/chain.ts';
import { Contact } from '#shared/domain/clients/client.ts';
import { Mail } from '#shared/domain/mail/mail.ts';
import { ContactId } from '#shared/domain/values/ids.ts';
import { IsoDate, instantOf } from '#shared/domain/values/iso-date.ts';
import { agentRuns } from '#shared/store/agent-run.ts';
import { announce } from '#shared/store/announcement.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { contacts } from '#shared/store/client.ts';
import { deadLetters } from '#shared/store/dead-letter.ts';
import { decisions } from '#shared/store/decision.ts';
import { facts } from '#shared/store/fact.ts';
import { health } from '#shared/store/health.ts';
import { mails } from '#shared/store/mail.ts';
import { memories } from '#shared/store/memory.ts';
import { readings } from '#shared/store/reading.ts';
import { failure } from '#tests/contract/table/engine.ts';
import { agentTraces, ownWords } from '#tests/fixtures/agent-traces.ts';
import { american, jordan, namesake, spellings, traces } from '#tests/fixtures/traces.ts';
import { type World, world } from './world.ts';

let folder: string;
let here: World;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'csm-erasure-'));
  here = world({ file: join(folder, 'csm.sqlite') });
});
afterEach(async () => {
  await here.close();
  rmSync(folder, { recursive: true });
});

/** Where any of these appear in any file of the folder, whatever the letters' case, in UTF-8 or UTF-16. */
function foundOnDisk(texts: readonly string[]): string[] {
  return readdirSync(folder).flatMap((name) => {
    const bytes = readFileSync(join(folder, name)).toString('latin1').toLowerCase();
    const wide = (text: string) => Buffer.from(text, 'utf16le').toString('latin1');
    return texts.filter((text) => bytes.includes(text) || bytes.includes(wide(text))).map((text) => `${name}: ${text}`);
  });
}

async function exported(): Promise<string> {
  const lines: unknown[] = [];
  for await (const item of exportTable(here.table)) lines.push(item);
  for await (const history of exportHistories(here.table, IsoDate.parse('2026-11-20'))) lines.push(history);
  return JSON.stringify(lines).toLowerCase();
}

/** Everything that was ever recorded about the American, and a score made of it. */
async function lived() {
  await here.table.commit(traces());
  const report = { respondent: jordan, score: 7, comment: 'From Jordan Example' };
  const survey = { type: 'survey.answered', clientId: 'american', date: '2026-11-19', surveyId: 's-1', ...report };
  expect((await here.post('survey', survey)).status).toBe(202);
  const garbled = { type: 'usage.reported', clientId: 'american', from: 'JORDAN.EXAMPLE@american.example' };
  expect((await here.post('usage', garbled)).status).toBe(202);
  await here.drain();
}

const erase = (request: ErasureRequest) => eraseFor({ ...here, whole: here }, request);
const jordanErased = { clientId: american, contactId: jordan };

describe('what agents know of a person who was erased', () => {
  it('is gone: tickets, quotes, transcripts, memories, proposals, and what the person wrote without naming anybody', async () => {
    await lived();
    await here.table.commit(agentTraces(jordan));
    for (const words of ownWords) expect(await exported(), words).toContain(words);
    await erase(jordanErased);
    expect(foundOnDisk([...spellings, ...ownWords])).toEqual([]);
    for (const text of [...spellings, ...ownWords]) expect(await exported(), text).not.toContain(text);
  });

  it('leaves what tells of nobody, in items that can still be read', async () => {
    await here.table.commit([...traces(), ...agentTraces(jordan)]);
    await erase(jordanErased);
    const read = await readings.of(here.table, american, 10);
    expect(read.flatMap(({ quotes }) => quotes.map(({ text }) => text))).toEqual(['The export fails.']);
    expect((await memories.of(here.table, american)).map(({ memoryId }) => memoryId)).toEqual([
      'operator-1',
      'operator-2',
    ]);
    expect((await agentRuns.of(here.table, american, 10)).map(({ occasion }) => occasion)).toEqual(['question-2']);
    expect(await agentRuns.isDone(here.table, american, 'read-feedback', 'ticket:T-77')).toBe(true);
    expect((await decisions.waiting(here.table)).map(({ title }) => title)).toEqual(['Call […]']);
  });
});

describe('a person who was erased', () => {
  it('is found nowhere: not in a byte of the files, not in anything exported', async () => {
    await lived();
    const before = await health.standing(here.table, american);
    expect(before).toBeDefined();
    // The search can find: what is sealed is not in the bytes, the person's id is; the export opens what is sealed.
    expect(foundOnDisk(spellings).join()).toContain('jordan');
    for (const spelling of spellings.slice(0, -1)) expect(await exported(), spelling).toContain(spelling);

    const { deleted, rewritten } = await erase(jordanErased);
    expect(deleted).toBeGreaterThan(5);
    expect(rewritten).toBeGreaterThan(5);
    expect(foundOnDisk(spellings)).toEqual([]);
    for (const spelling of spellings) expect(await exported(), spelling).not.toContain(spelling);
    for await (const key of here.inventory.keys())
      expect(JSON.stringify(await here.table.get(key)).toLowerCase()).not.toContain('jordan');
  });

  it('leaves the client as it was: the scores given, the meeting held, the others', async () => {
    await lived();
    const year = [IsoDate.parse('2026-01-01'), IsoDate.parse('2026-12-31')] as const;
    const scores = async () =>
      (await facts.between(here.table, american, ...year)).map(({ detail }) => 'score' in detail && detail.score);
    const [before, standing] = [await scores(), await health.standing(here.table, american)];
    await erase(jordanErased);
    expect(await scores()).toEqual(before);
    expect((await health.standing(here.table, american))?.assessment).toEqual(standing?.assessment);
    expect((await contacts.of(here.table, american)).map(({ contactId }) => contactId)).toEqual(['sam-sample']);
    expect(await exported()).toContain('sam sample listened');
    expect((await deadLetters.newest(here.table, 10)).map(({ id }) => id)).toEqual(['x#1']);
  });

  it('is never written to again, though another system names the address anew', async () => {
    await lived();
    await erase(jordanErased);
    const newId = ContactId.parse('new-hire');
    const email = 'jordan.example@american.example';
    const contact = {
      clientId: american,
      contactId: newId,
      role: 'operations',
      decisionMaker: false,
      powerUser: false,
    };
    const time = instantOf(here.clock.now());
    const about = { kind: 'monthly-review', subject: 'Hello', text: 'T', html: '<p>T</p>', about: american };
    const mail = { ...about, mailId: 'm-2', to: email, contactId: newId, queuedAt: time, status: 'pending' };
    const queued = { id: 'queued:m-2', detailType: 'mail.queued', source: 'mail', time, detail: { mailId: 'm-2' } };
    await here.table.commit([
      contacts.put(Contact.parse({ ...contact, email })),
      mails.queue(Mail.options[0].parse(mail)),
      announce(queued),
    ]);
    await here.drain();
    expect((await mails.get(here.table, 'm-2'))?.mail).toMatchObject({ status: 'withheld' });
  });

  it('can be erased again, which changes nothing; who never was cannot', async () => {
    await lived();
    const first = await erase(jordanErased);
    const second = await erase(jordanErased);
    expect(second).toEqual({ pseudonym: first.pseudonym, before: true, deleted: 0, rewritten: 0 });
    const nobody = { clientId: american, contactId: ContactId.parse('never-there') };
    await failure(erase(nobody), 'contact.not-found');
  });

  it('stays in the audit trail as a pseudonym, in a chain that is whole', async () => {
    await lived();
    const { pseudonym } = await erase(jordanErased);
    const entries = await auditTrail.of(here.table, american);
    const about = entries.filter(({ person }) => person === pseudonym).map(({ act }) => act);
    expect(about.slice(-2)).toEqual(['person.erasure-begun', 'person.erased']);
    expect(await breaksIn(entries, await auditTrail.head(here.table, american))).toEqual([]);
  });

  it('is not a namesake at another client', async () => {
    await lived();
    await here.table.commit(namesake());
    await erase(jordanErased);
    const [other] = await contacts.of(here.table, 'sec' as never);
    expect(other).toMatchObject({ contactId: 'jordan-example', email: 'scheduling@sec.example' });
  });
});
