import { describe, expect, it } from 'vitest';
import { sendMail } from '#functions/send-mail/send-mail.ts';
import { naiveSender, rememberingSender } from '#tests/fixtures/crash-controls.ts';
import { type Ending, tellAll, tellOne } from '#tests/fixtures/crash-mail.ts';
import { replayed } from '#tests/fixtures/crash-plan.ts';
import { sized } from './size.ts';

const mails = sized(10_000, 900);
const alone = replayed(process.env.CSM_FAULTS);

const wrong = (endings: readonly Ending[]) =>
  endings.flatMap(({ wrong, status, replay }) => (wrong ? [`${wrong} (${status}): ${replay}`] : []));
const count = (endings: readonly Ending[], of: (ending: Ending) => boolean) => endings.filter(of).length;

describe.skipIf(alone)('sending while processes are killed at every call of a port, before and after', () => {
  const plan = { seed: 7, mails, lostReports: 0 };

  it('loses no mail and sends none twice; what the service took is known to be sent', {
    timeout: 600_000,
  }, async () => {
    const endings = await tellAll(plan, sendMail);
    expect(wrong(endings)).toEqual([]);
    // In doubt is only what was never taken: killed between the lease and the service.
    const doubtful = endings.filter(({ status }) => status === 'unknown');
    expect(count(doubtful, ({ taken }) => taken > 0)).toBe(0);
    expect(doubtful.length).toBeGreaterThan(0);
    expect(endings.reduce((kills, ending) => kills + ending.kills, 0)).toBeGreaterThan(mails);
  });

  it('sends none twice when 1 % of the reports get lost, and shows those in doubt', { timeout: 600_000 }, async () => {
    const endings = await tellAll({ ...plan, seed: 8, lostReports: 0.01 }, sendMail);
    expect(wrong(endings)).toEqual([]);
    expect(count(endings, ({ reportsLost }) => reportsLost > 0)).toBeGreaterThan(mails * 0.01);
  });

  it('ends in doubt, not in a second mail, when every report gets lost', { timeout: 600_000 }, async () => {
    const endings = await tellAll({ seed: 9, mails: 450, lostReports: 1 }, sendMail);
    expect(wrong(endings)).toEqual([]);
    expect(count(endings, ({ status, taken }) => status === 'unknown' && taken === 1)).toBeGreaterThan(0);
  });

  it('exposes a sender that notes what it sent afterwards: it sends twice', { timeout: 600_000 }, async () => {
    const endings = await tellAll({ ...plan, mails: 450 }, naiveSender);
    expect(count(endings, (ending) => ending.wrong === 'sent twice')).toBeGreaterThan(20);
  });

  it('exposes a sender that remembers the id of the event: it loses mail', { timeout: 600_000 }, async () => {
    const endings = await tellAll({ ...plan, mails: 450 }, rememberingSender);
    expect(count(endings, (ending) => ending.wrong === 'lost')).toBeGreaterThan(20);
  });

  it('tells the story of one mail again by one line', async () => {
    const endings = await tellAll({ ...plan, mails: 300 }, naiveSender);
    const bad = endings.find((ending) => ending.wrong === 'sent twice' && ending.story > 200);
    const line = bad?.replay.replace(/^CSM_FAULTS=(\S+) .*$/, '$1');
    const again = replayed(line);
    if (!bad || !again) throw new Error('the naive sender should have sent a mail twice');
    expect(await tellOne(again, again.story, naiveSender)).toEqual(bad);
  });
});

it.runIf(alone)('the story that CSM_FAULTS asks for', async () => {
  if (!alone) return;
  expect((await tellOne(alone, alone.story, sendMail)).wrong).toBeUndefined();
});
