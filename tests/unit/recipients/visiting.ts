import { recipientLinks, surveyLinks } from '#functions/recipient-pages/links.ts';
import { recipientPages } from '#functions/recipient-pages/recipient-pages.ts';
import { Contact } from '#shared/domain/clients/client.ts';
import { ContactId, ForeignId } from '#shared/domain/values/ids.ts';
import { httpApp } from '#shared/runtime/http.ts';
import { contacts } from '#shared/store/client.ts';
import { client, day, world } from '#tests/fixtures/world.ts';

export const secretOf = (text: string) => `whsec_${Buffer.from(text.padEnd(32, '.')).toString('base64')}`;
export const newest = secretOf('the secret in use');
export const older = secretOf('the secret before it');
export const contactId = ContactId.parse('scheduling-associate');
export const big12 = client('big-12', { name: 'Big 12' });

/** A world with one contact at the Big 12, whom we have mailed, and the links that were in that mail. */
export async function mailed(now = new Date('2026-11-20T15:00:00Z'), baseUrl = 'http://localhost:8787') {
  const here = { ...(await world({ now, clients: [big12] })), secrets: { active: async () => [newest, older] } };
  const contact = Contact.parse({
    clientId: 'big-12',
    contactId,
    role: 'scheduling-associate',
    email: 'scheduling@big-12.example',
    decisionMaker: false,
    powerUser: true,
  });
  await here.table.commit([contacts.put(contact)]);
  const to = { baseUrl, secret: newest, clientId: big12.clientId, contactId };
  const survey = { surveyId: ForeignId.parse('satisfaction-2026-11'), askedOn: day('2026-11-20') };
  const app = httpApp([recipientPages], here);
  return {
    ...here,
    app,
    to,
    links: recipientLinks(to),
    survey: surveyLinks({ ...to, ...survey }),
    /** Opens a link as a browser does. */
    open: async (url: string, init?: RequestInit) => {
      const answer = await app.request(url, init);
      const html = await answer.text();
      return { status: answer.status, headers: answer.headers, html, text: readable(html) };
    },
    /** Posts fields as a form does, and follows where it leads. */
    post: async (url: string, fields: Readonly<Record<string, string | readonly string[]>>) => {
      const body = new URLSearchParams();
      for (const [name, values] of Object.entries(fields))
        for (const value of [values].flat()) body.append(name, value);
      const answer = await app.request(url, { method: 'POST', body });
      const location = answer.headers.get('location');
      const page = location === null ? answer : await app.request(new URL(location, url).href);
      const html = await page.text();
      return { status: answer.status, headers: answer.headers, html, text: readable(html) };
    },
  };
}
export type Mailed = Awaited<ReturnType<typeof mailed>>;

const readable = (html: string): string =>
  html
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
