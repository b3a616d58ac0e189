import { beforeAll, describe, expect, it } from 'vitest';
import { seeded } from './seeded-mail.ts';
import { seededPortfolio } from './seeded-portfolio.ts';
import { visit } from './visiting.ts';

describe('what was done with a client', () => {
  let page: Awaited<ReturnType<typeof visit>>;
  let prospect: Awaited<ReturnType<typeof visit>>;
  beforeAll(async () => {
    const here = await seededPortfolio();
    [page, prospect] = [await visit(here, '/clients/american'), await visit(here, '/clients/sec')];
  });

  it('lists each contact with its participants, points, outcome, next steps and rating', () => {
    expect(page.rows).toContain(
      '14 Oct 2026, 10:00 Meeting Commissioner American: success review of September 2026 Travel for volleyball Held; the office keeps Flextime for volleyball Next: Send the three options 9 of 10',
    );
  });

  it('reads the outcome of a mail from the mail, and leads to it', () => {
    expect(page.rows).toContainEqual(
      expect.stringMatching(/^20 Nov 2026, 12:00 Mail Commissioner \[simulated\] You did it.* Waiting None$/),
    );
    expect(page.html).toContain(`href="/outbox/${seeded.mailId}"`);
  });

  it('counts only reviews that took place', () => {
    expect(page.text).toContain('Success reviews held in 1 of the last 6 months.');
    expect(page.text).toContain('Oct 2026 held Sept 2026 missed Aug 2026 none');
  });

  it('says what is to come', () => {
    expect(page.text).toContain(
      'To come: success review, 2 Dec 2026, 10:00, 30 minutes, with Commissioner ( video link )',
    );
  });

  it('owes a prospect no review', () => {
    expect(prospect.text).toContain('No mail, meeting or call is recorded.');
    expect(prospect.text).not.toContain('Success reviews held');
  });
});
