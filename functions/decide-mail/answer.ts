/** A short answer in words, for what the pages themselves never ask. */
export const answered = (says: string, status: number): Response =>
  new Response(`${says}\n`, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
