import type { PropsWithChildren } from 'hono/jsx';
import { businessZone } from '#shared/domain/values/zone.ts';
import { stylesheetHref } from '../styles/stylesheet.ts';
import type { Visit } from '../visit.ts';
import { fullDate } from '../words.ts';

const sections = [
  { href: '/', name: 'Portfolio' },
  { href: '/decisions', name: 'Desk' },
  { href: '/calendar', name: 'Calendar' },
  { href: '/outbox', name: 'Outbox' },
  { href: '/runs', name: 'Agents' },
  { href: '/failures', name: 'Failures' },
] as const;

/** Which section of the dashboard a page belongs to. */
export type Section = (typeof sections)[number]['name'];

/** The frame of every page: skip link, where you are, what day it is, and the content. */
export function Layout({
  title,
  section,
  visit,
  script,
  children,
}: PropsWithChildren<{ title: string; section?: Section; visit: Visit; script?: string }>) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · HELiiX customer success`}</title>
        <link rel="stylesheet" href={stylesheetHref} />
        <link rel="icon" href="data:," />
        {script && <script src={script} defer />}
      </head>
      <body>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        <header class="top">
          <p class="brand">
            HELiiX <span>customer success</span>
          </p>
          <nav aria-label="Sections">
            <ul>
              {sections.map(({ href, name }) => (
                <li>
                  <a href={href} {...(name === section ? { 'aria-current': 'page' } : {})}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <p class="today">
            <time datetime={visit.today}>{fullDate(visit.today)}</time>
            {visit.clockIsSimulated && <span class="tag">Simulated clock</span>}
          </p>
        </header>
        <main id="content" tabindex={-1}>
          {children}
        </main>
        <footer class="bottom">
          <p>Times are {businessZone.replace('_', ' ')} time. Nothing on these pages needs a script.</p>
          {visit.signsOut && (
            <form method="post" action="/sign-out">
              <button type="submit">Sign out</button>
            </form>
          )}
        </footer>
      </body>
    </html>
  );
}
