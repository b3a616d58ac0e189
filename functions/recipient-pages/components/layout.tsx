import { raw } from 'hono/html';
import type { PropsWithChildren } from 'hono/jsx';
import type { Client } from '#shared/domain/clients/client.ts';
import { css } from '../styles/stylesheet.ts';

/** The frame of every page for recipients: whose mail it is about, the content, and what the page does not do. */
export function Layout({ title, client, children }: PropsWithChildren<{ title: string; client?: Client }>) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{`${title} · HELiiX`}</title>
        <style>{raw(css)}</style>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header>
          <p class="brand">HELiiX</p>
          {client && (
            <p class="office">
              {client.name} {client.provenance === 'simulated' && <span class="tag">Simulated data</span>}
            </p>
          )}
        </header>
        <main>{children}</main>
        <footer>
          <p>No sign-in, no cookies, no scripts. Whoever has this page’s address can use it, so keep it to yourself.</p>
        </footer>
      </body>
    </html>
  );
}
