import { describe, expect, it } from 'vitest';
import { ClientType } from '#shared/domain/clients/client.ts';
import { adviceFor } from '#shared/letters/parts/advice.ts';
import { voices } from '#shared/letters/voices.ts';
import { mailOf } from './rendering.ts';
import { fullSheet } from './sheets.ts';

const share = (value: number) => ({ kind: 'share', value });
const date = (text: string) => ({ kind: 'date', date: text });
type Change = Parameters<typeof fullSheet>[1];
const review = (type: ClientType, change: Change = {}) => mailOf('monthly-review', type, fullSheet(type, change)).text;

describe('of everything that could be advised', () => {
  const advice = (change: Change) => adviceFor(fullSheet('power-conference', change));
  const kept = { 'savings.against-promise': share(1) };

  it('a missed promise comes first, and one that was just kept is none', () => {
    expect(advice({ 'savings.against-promise': share(0.994) })).toBe('behind-promise');
    // Nobody apologises for "only 100%".
    expect(advice({ 'savings.against-promise': share(0.996), 'budget.lock': undefined })).toBe('weakest-feature');
    expect(advice({ ...kept, 'budget.lock': date('2026-11-30') })).toBe('budget');
  });

  it('a budget comes next, in the three months before it locks', () => {
    const locks = (on: string) => advice({ ...kept, 'budget.lock': date(on) });
    expect(['2026-11-30', '2027-01-31'].map(locks)).toEqual(['budget', 'budget']);
    expect(['2026-10-31', '2027-02-15'].map(locks)).toEqual(['weakest-feature', 'weakest-feature']);
  });

  it('then a feature hardly used, then adoption, then nothing', () => {
    const used = { ...kept, 'budget.lock': undefined, 'feature.weakest.share': share(0.6) };
    expect(advice({ ...used, 'feature.weakest.share': share(0.59) })).toBe('weakest-feature');
    expect(advice(used)).toBe('adoption');
    expect(advice({ ...used, 'adoption.share': share(0.9) })).toBe('keep-going');
  });
});

describe('a monthly review', () => {
  it.each(ClientType.options)('apologises to a %s only for a promise that was missed', (type) => {
    const apology = voices[type].promise.behind.split('{{fact:savings.against-promise}}')[1] ?? '';
    expect(review(type, { 'savings.against-promise': share(0.99) })).toContain(apology);
    for (const kept of [0.996, 1])
      expect(review(type, { 'savings.against-promise': share(kept) })).not.toContain(apology);
  });

  it.each(ClientType.options)('tells a %s both of its positions, where both may be told', (type) => {
    const text = review(type);
    expect(text).toMatch(/savings [^.]* above the middle of the group/);
    expect(text).toMatch(/adoption[^.]* near the middle of the group/i);
  });

  it.each(ClientType.options)(
    'shows a %s the development of what it looks at first, the other where that is unknown',
    (type) => {
      const months = (figure: string) => [1, 2, 3, 4, 5, 6].map((age) => [`${figure}.m${age}`, undefined]);
      const [money, time] = ['Travel savings, month by month', 'Staff hours saved, month by month'];
      const timeFirst = voices[type].first.indexOf('time') < voices[type].first.indexOf('value');
      const [first, other, id] = timeFirst ? [time, money, 'hours'] : [money, time, 'savings'];
      expect(review(type)).toContain(first);
      expect(review(type)).not.toContain(other);
      expect(review(type, Object.fromEntries(months(id)))).toContain(other);
    },
  );
});
