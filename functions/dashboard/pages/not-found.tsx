import { Layout } from '../components/layout.tsx';
import { pageResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';

/** For a client, a mail or a page that is not there (any more). */
export async function notFoundPage(visit: Visit): Promise<Response> {
  const page = (
    <Layout title="Not found" visit={visit}>
      <h1>There is nothing here</h1>
      <p>
        No client, mail or page has the address <code>{decoded(visit.url.pathname)}</code>. It may have been mistyped,
        or belong to another installation.
      </p>
      <p>
        <a href="/">Back to the portfolio</a>
      </p>
    </Layout>
  );
  return pageResponse(page, 404);
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
