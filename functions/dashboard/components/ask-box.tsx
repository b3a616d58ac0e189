import type { Client } from '#shared/domain/clients/client.ts';

/** A question about the client, and the page to read before a meeting. */
export function AskBox({ client: { clientId, name } }: { client: Client }) {
  return (
    <section class="acts ask" aria-label={`Ask about ${name}`}>
      <form method="post" action={`/clients/${clientId}/ask`}>
        <label>
          Ask about {name}{' '}
          <input name="question" minlength={3} maxlength={500} required placeholder="Why did adoption fall?" />
        </label>
        <button type="submit">Ask</button>
      </form>
      <form method="post" action={`/clients/${clientId}/brief`}>
        <button type="submit">Write a brief</button>
      </form>
      <a href={`/runs?client=${clientId}`}>What agents did</a>
    </section>
  );
}
