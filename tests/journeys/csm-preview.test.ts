import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Contact } from '#shared/domain/clients/client.ts';
import { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { contacts } from '#shared/store/client.ts';
import { csm } from './csm-process.ts';
import { goodMonths, send } from './reports.ts';
import { aClient, world } from './world.ts';

const directory = mkdtempSync(join(tmpdir(), 'csm-preview-'));
const preview = (...args: readonly string[]) => csm('preview', ...args, '--data', directory);
afterAll(() => rmSync(directory, { recursive: true }));

describe('csm preview', () => {
  beforeAll(async () => {
    const at = world({ file: join(directory, 'csm.sqlite') });
    const clientId = await aClient(at);
    const person = { clientId, decisionMaker: true, powerUser: true };
    await at.table.commit(
      (['commissioner', 'scheduling-associate'] as const).map((role) =>
        contacts.put(Contact.parse({ ...person, contactId: role, role, email: `${role}@big-12.example` })),
      ),
    );
    await aClient(at, 'sec');
    await send(at, goodMonths);
    await at.drain();
    await at.close();
  });

  it('writes what the recipient would see to a file, and says to whom and why', async () => {
    const file = join(directory, 'review.html');
    const { code, out, err } = await preview('monthly-review', 'big-12', '--out', file);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('to commissioner@big-12.example on ');
    expect(out).toContain('is over; the review goes out as early in the next month as its calendar allows.');
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>.*Power 5.*peer conferences/s);
  }, 30_000);

  it('answers with the text part, or with the facts and their sources, where it is asked to', async () => {
    const [text, json] = await Promise.all([
      preview('welcome', 'big-12', '--text'),
      preview('monthly-review', 'big-12', '--json'),
    ]);
    expect(text.out).toMatch(/^Welcome, Big 12: the plan from here\n=+\n\nCommissioner,/m);
    const told = JSON.parse(json.out);
    expect(told).toMatchObject({ kind: 'monthly-review', role: 'commissioner', problems: [] });
    const savings = told.facts.find(({ id }: { id: string }) => id === 'savings.month');
    expect(savings.sources).toEqual([expect.stringMatching(/^usage\.reported\/flextime\/travelSavingsCents 2026-10-/)]);
    expect(told.html).toContain(savings.reads);
  }, 30_000);

  it('names the choices where it does not know the kind or the client, and writes nothing', async () => {
    const file = join(directory, 'never.html');
    const [kind, client] = await Promise.all([
      preview('birthday', 'big-12', '--out', file),
      preview('welcome', 'big-11', '--out', file),
    ]);
    expect(kind.code).toBe(2);
    for (const each of MessageKind.options) expect(kind.err).toContain(each);
    expect(client.code).toBe(1);
    expect(client.err).toContain('No client has the id "big-11". There are: big-12, sec.');
    expect(existsSync(file)).toBe(false);
  }, 30_000);

  it('says when nothing gives occasion for a mail, as where nobody is there to read it', async () => {
    const { code, err } = await preview('recommendation', 'sec');
    expect(code).toBe(1);
    expect(err).toContain('Nothing recorded of Big 12 gives occasion for this kind of mail: recommendation.');
    expect(err).not.toContain('    at ');
  }, 30_000);
});
