import { beforeEach, describe, expect, it } from 'vitest';
import { usualConsent } from '#shared/domain/mail/preferences.ts';
import { ContactId } from '#shared/domain/values/ids.ts';
import { consents } from '#shared/store/consent.ts';
import { big12, contactId, type Mailed, mailed } from './visiting.ts';

const { clientId } = big12;
const weekly = usualConsent(clientId, contactId);
const rarely = { ...weekly, preferences: { ...weekly.preferences, frequency: 'monthly' as const } };

describe('the consent of a contact', () => {
  let here: Mailed;
  beforeEach(async () => {
    here = await mailed();
  });

  it('is the usual one of somebody who never said anything', async () => {
    expect(await consents.get(here.table, clientId, contactId)).toEqual({ ...weekly, version: undefined });
    expect(await consents.of(here.table, clientId)).toEqual([]);
  });

  it('is found alone and among those of the client', async () => {
    const other = ContactId.parse('commissioner');
    await here.table.commit([consents.move(await consents.get(here.table, clientId, contactId), rarely)]);
    await here.table.commit([
      consents.move(await consents.get(here.table, clientId, other), usualConsent(clientId, other)),
    ]);
    expect(await consents.get(here.table, clientId, contactId)).toMatchObject(rarely);
    expect((await consents.of(here.table, clientId)).map((one) => one.contactId)).toEqual([other, contactId]);
  });

  it('can be changed by one of two at a time, at the first change and at every later one', async () => {
    const unread = await consents.get(here.table, clientId, contactId);
    await here.table.commit([consents.move(unread, rarely)]);
    await expect(here.table.commit([consents.move(unread, weekly)])).rejects.toThrow('Another writer');

    const read = await consents.get(here.table, clientId, contactId);
    await here.table.commit([consents.move(read, weekly)]);
    await expect(here.table.commit([consents.move(read, rarely)])).rejects.toThrow('Another writer');
    expect(await consents.get(here.table, clientId, contactId)).toMatchObject(weekly);
  });
});
