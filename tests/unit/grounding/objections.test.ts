import { describe, expect, it } from 'vitest';
import { check } from '#shared/domain/grounding/check.ts';
import { objectionsTo, sheet, ungroundedIn } from './objections.ts';

/** A text, and what the checker objects to in it: nothing, or stretches as they stand there. */
const cases = (table: readonly (readonly [text: string, ...objections: string[]])[]) =>
  it.each(table.map(([text, ...objections]) => ({ text, objections })))('$text', ({ text, objections }) => {
    expect(objectionsTo(text)).toEqual(objections);
  });

describe('a figure', () => {
  cases([
    ['It saved $18,250 in October 2026.'],
    ['It saved $18,251 in October 2026.', 'figure: $18,251'],
    ['It saved 18,250 in October.', 'figure: 18,250'],
    ['It saved $18,250 million.', 'figure: $18,250 million'],
    ['It took 1,204 hours in all.'],
    ['It took 1,204\nhours in all.'],
    ['It took 1,204 minutes in all.', 'figure: 1,204 minutes'],
    ['For 40 seats you pay.'],
    ['For 40 staff hours you pay.', 'figure: 40 staff hours'],
    ['For 40 years we worked.', 'figure: 40 years'],
    ['People gave 9.4 of 10.'],
    ['People gave 9.5 of 10.', 'figure: 9.5', 'figure: 10'],
    ['We came in #3, no. 3 and top 3.', 'figure: #3', 'figure: no. 3', 'figure: top 3'],
    ['Sessions: 40\nHours saved: 1,204 hours'],
    ['Sessions: 40\nhours', 'figure: 40\nhours'],
    ['It costs $ and %.', 'figure: $', 'figure: %'],
    ['A \u2b50 rating, by \u{1f947}.', 'figure: \u2b50', 'figure: \u{1f947}'],
    ['It was October.5 of it.', 'figure: October.5'],
    ['Ask e.g. the office at 10 a.m. or later.', 'figure: 10 a.m.'],
  ]);

  describe('counts years only where the fact says so', () => {
    cases([
      ['For 3 years we worked.'],
      ['It is a 3 year contract.'],
      ['For 3 months we worked.', 'figure: 3 months'],
      ['For 3 hours we worked.', 'figure: 3 hours'],
      ['For 1,204 years we worked.', 'figure: 1,204 years'],
      ['It is a -3 years contract.', 'figure: -3 years'],
    ]);
  });

  describe('in letters that look like digits', () => {
    cases([
      ['It makes l hour.', 'figure: l'],
      ['It makes O days.', 'figure: O'],
      ['It makes lO seats, or lO hours.', 'name: lO', 'figure: lO'],
      ['It makes about I5 hours.', 'figure: I5 hours'],
      ['It is open: l.', 'figure: l'],
      ['It is opened: I, resolved: O', 'figure: I', 'figure: O'],
      ['It runs from l October 2025.', 'figure: l', 'date: October 2025'],
      ["We'll see."],
      ['I am glad. So am I, days on end.'],
      ['We ask: I will come.'],
    ]);
  });

  describe('that is part of a name, a month or a moment', () => {
    cases([
      ['Big 12 hours ran, Big 12 sessions too.'],
      ['October 2026 hours ran.'],
      ['Until June 30, 2027 hours ran.'],
      ['It is on Wednesday, November 18, 2026 at 10:00 AM CST minutes.'],
      ['Big 13 hours ran.', 'name: Big', 'figure: 13 hours'],
    ]);
  });

  describe('of a change', () => {
    cases([
      ['Savings: -4%.'],
      ['Savings changed by -4%.'],
      ['Savings rose by -4%.', 'figure: -4%'],
      ['Savings fell 4% in October.'],
      ['SAVINGS FELL 4%, THEY FELL BY 4%.', 'name: SAVINGS FELL', 'name: THEY FELL BY'],
      ['Savings are down by about 4%.'],
      ['Savings are 4% lower.'],
      ['Savings rose 4% in October.', 'figure: 4%'],
      ['Savings Rose By 4%.', 'name: Rose By', 'figure: 4%'],
      ['Savings are 4% higher.', 'figure: 4%'],
      ['Savings: 4%.', 'figure: 4%'],
      ['Sessions grew by 12%.'],
      ['Sessions are 12% higher.'],
      ['Sessions: 12%, up.'],
      ['Sessions fell by 12%.', 'figure: 12%'],
      ['Sessions Fell by 12%.', 'name: Fell', 'figure: 12%'],
      ['Sessions are 12% lower.', 'figure: 12%'],
      ['Errors fell. In all that was done since then by everyone in the office it made 12%.'],
      ['The share of it fell by 31%, to 57% below.'],
    ]);
  });
});

describe('in French figures', () => {
  it.each([
    ['It took 1 204 hours.', []],
    ['It took 1 205 hours.', ['figure: 1 205 hours']],
    ['It took 1 204 567 hours.', ['figure: 1 204 567 hours']],
  ])('%s', (text, objections) => {
    expect(objectionsTo(text, { style: 'fr-FR' })).toEqual(objections);
  });

  it('are told from English ones, where a space ends a figure', () => {
    expect(objectionsTo('It took 1 204 hours.')).toEqual(['figure: 1', 'figure: 204 hours']);
  });
});

describe('a date', () => {
  cases([
    ['We met in October.'],
    ['We met in October 2026.'],
    ['We met in October 2027.', 'date: October 2027'],
    ['We met on October 3.', 'date: October 3'],
    ['We met on the 3rd of October 2026.', 'date: the 3rd of October 2026'],
    [
      'We met in mid-October, late October and early November.',
      'date: mid-October',
      'date: late October',
      'date: early November',
    ],
    ['We met on 21 January 2026, not February.', 'date: 21 January 2026', 'date: February'],
    ['The contract ends June 30, 2027.'],
    ['The contract ends June 30, 2028.', 'date: June 30, 2028'],
    ['The contract ends 30 June 2027.', 'date: 30 June 2027'],
    ['Meet on Wednesday, November 18, 2026 at 10:00 AM CST.'],
    ['Meet on Monday or at noon.', 'date: Monday', 'date: noon'],
    ['Meet on Mondays, or nooning.', 'date: Mondays'],
    ['It is am Montag, im M\u00e4rz.', 'date: Montag', 'date: M\u00e4rz'],
    ['It is Octoberfest.', 'name: Octoberfest'],
  ]);

  describe('is told from the verbs may, march and mar', () => {
    cases([
      ['You may meet, teams march, it would mar the day.'],
      ['May we meet? May the team come?'],
      ['It was in May, so we met.', 'date: May'],
      ['It was in May 2026, we met.', 'date: May 2026'],
      ['They came in March and in Mar, on 3 march.', 'date: March', 'date: Mar', 'date: 3 march'],
      ['They march in april, and in sept.', 'date: april', 'date: sept'],
      ['Maybe Marched. The Marching on.', 'name: Marched', 'name: Marching'],
    ]);
  });
});

describe('a name', () => {
  cases([
    ['Ask Kovalenko and Team Gamma Ray about it.', 'name: Kovalenko', 'name: Team Gamma Ray'],
    ['Ask Kovalenko\nGamma.', 'name: Kovalenko', 'name: Gamma'],
    ['Ask Kovalenko  Gamma, Delta.', 'name: Kovalenko  Gamma', 'name: Delta'],
    ['Award tracker is used. The award tracker too.', 'name: Award tracker'],
    ['Use the Award\ntracker.', 'name: Award\ntracker'],
    ['SEC saved more. The sec too.', 'name: SEC', 'name: sec'],
    ['Ask the SEC Kovalenko.', 'name: SEC', 'name: Kovalenko'],
    ['Ask the \u0421ompany.', 'name: \u0421ompany'],
    ['Ask the c\u03bfmpany.', 'name: c\u03bfmpany'],
    ['Ask an iPhone and a McDonald.', 'name: iPhone', 'name: McDonald'],
    ["Ask Kovalenko's deputies, and the Kovalenkos' too.", 'name: Kovalenko', 'name: Kovalenkos'],
    ["I'm here, I'll stay, I'd go, I've been. And I?"],
    ["It is Ivan, or AI'm.", 'name: Ivan', "name: AI'm"],
    ["It's the Office's turn.", 'name: Office'],
    ['Office work. The Work is here.', 'name: Work'],
    ['Well: "Work" and then (Work) or\n- Work', 'name: Work'],
    ['Well. (Work) "Work"', 'name: Work'],
    ['WORK is here. WoRK too.', 'name: WORK', 'name: WoRK'],
    ['Flextime is ours, Flextimes is not.', 'name: Flextimes'],
    ["O'Neil's office is small.", "name: O'Neil"],
  ]);
});

describe('a link', () => {
  cases([
    ['Go to https://csm.heliix.example/c/x.'],
    ['Go to your page.'],
    ['See https://elsewhere.example/a?b=1.', 'link: https://elsewhere.example/a?b=1'],
    ['See https://csm.heliix.example/c/xy.', 'link: https://csm.heliix.example/c/xy'],
    ['See HTTPS://x.y/z, or not.', 'link: HTTPS://x.y/z'],
    ['See x://abcdefgh/ijk now.', 'link: x://abcdefgh/ijk'],
    ['See (https://elsewhere.example/a).), please.', 'link: https://elsewhere.example/a'],
    ['See https://elsewhere.example/a,b.', 'link: https://elsewhere.example/a,b'],
    ['See ftp+v1.x-y://localhost/a.', 'link: ftp+v1.x-y://localhost/a'],
    ['Write mailto:someone@elsewhere.example today.', 'link: mailto:someone@elsewhere.example'],
    ['Call tel:office or sms:office.', 'link: tel:office', 'link: sms:office'],
    ['Run javascript:alert(1) or data:text now.', 'link: javascript:alert(1', 'link: data:text'],
    ['Write to first.last+tag@elsewhere.example!', 'link: first.last+tag@elsewhere.example'],
    ['Write to us@localhost, ok?', 'link: us@localhost'],
    ['Reach us @heliix, ok?', 'link: @heliix'],
    ['Look at www.elsewhere/a-b.', 'link: www.elsewhere/a-b'],
    ['Look at elsewhere.example, if it ends.', 'link: elsewhere.example'],
    [
      'Look at sub-domain.two.elsewhere.example:8080/path_a?b=c.',
      'link: sub-domain.two.elsewhere.example:8080/path_a?b=c',
    ],
    ['Look at 4elsewhere.example/path_a) now', 'link: 4elsewhere.example/path_a'],
    ['Look at a1.b2.example now', 'link: a1.b2.example'],
    ['Look at elsewhere.exampl3 now', 'figure: elsewhere.exampl3'],
    ['Look at .elsewhere.example now', 'link: elsewhere.example'],
    ['Look at elsewhere dot com.', 'link: elsewhere dot com'],
    ['Look at elsewhere [dot] com, or else-where(dot)org.', 'link: elsewhere [dot] com', 'link: else-where(dot)org'],
    ['Look at 4where ( dot ) com.', 'link: 4where ( dot ) com'],
    ['Connect the dot. Commit to it, e.g. today, or a.b.'],
    ['Connect the dot complete.'],
    ['Look at A-12.example, once.', 'link: A-12.example'],
  ]);

  it('behind a word must be one of a fact or of the house', () => {
    const behind = [
      'https://csm.heliix.example/c/x',
      'https://ours.example/',
      'https://elsewhere.example/',
      'your page',
    ];
    expect(ungroundedIn('Go to your page.', { house: ['https://ours.example/'] }, behind)).toEqual(
      ['https://elsewhere.example/', 'your page'].map((text) => ({
        what: 'link',
        text,
        offset: undefined,
        excerpt: text,
        why: 'no fact is this link',
      })),
    );
  });

  it('needs a fact when the house has none', () => {
    const links = ['https://csm.heliix.example/c/x', '', 'Stryker was here'];
    const found = check({ text: 'Go there.', links }, sheet, { style: 'en-US', others: [] });
    expect(found.map(({ text }) => text)).toEqual(['', 'Stryker was here']);
  });
});

describe('signs', () => {
  cases([
    ['A {{place}} was left.', 'sign: {{', 'sign: }}'],
    ['A {{fact:savings.month was left}} here.', 'sign: {{', 'link: savings.month', 'sign: }}'],
    ['Turn \u202eback\u202c here.', 'sign: \u202e', 'sign: \u202c'],
  ]);
});

describe('an objection', () => {
  it.each([
    ['40%', 'figure', 'no fact is shown as this figure'],
    ['%', 'figure', 'it stands for a figure that no fact shows'],
    ['Monday', 'date', 'no fact is shown as this date'],
    ['Kovalenko', 'name', 'no fact has this name'],
    ['Award tracker', 'name', 'no fact has this name'],
    ['c\u03bfmpany', 'name', 'it has a letter of another script'],
    ['{{', 'sign', 'a place for a fact was not filled'],
    ['\u202e', 'sign', 'it turns the direction of writing'],
    ['mail@localhost', 'link', 'no fact is this link'],
  ])('says of %s that it is a %s and why', (text, what, why) => {
    const [found] = ungroundedIn(
      `All of it was checked: in this\n  sentence there stands the ${text} so that whoever reads it can see it.`,
    );
    expect(found).toEqual({
      what,
      why,
      text,
      offset: 59,
      excerpt: `s sentence there stands the ${text} so that whoever reads it can `,
    });
  });

  it('of what stands at the very beginning shows the beginning', () => {
    expect(ungroundedIn('Monday, if it is well.')).toMatchObject([{ offset: 0, excerpt: 'Monday, if it is well.' }]);
  });

  it('stands in the text as it came, invisible signs and all', () => {
    const text = 'A\u200bsk  the\u00a0\u00a0 Kova\u00adlenko about it.';
    expect(ungroundedIn(text)).toMatchObject([{ text: 'Kova\u00adlenko', offset: text.indexOf('Kova') }]);
  });

  it('is made once for one stretch, in the order of the text', () => {
    expect(objectionsTo('On Monday 40% went to Kovalenko@localhost and SEC.')).toEqual([
      'date: Monday',
      'figure: 40%',
      'link: Kovalenko@localhost',
      'name: SEC',
    ]);
  });

  it('comes of a text without house words and features as well', () => {
    const found = check({ text: 'Flextime has 40 seats.', links: [] }, sheet, { style: 'en-US', others: [] });
    expect(found.map(({ text }) => text)).toEqual(['Flextime']);
  });
});
