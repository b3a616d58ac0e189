import type { Client } from '#shared/domain/clients/client.ts';
import { Simulated } from './marks.tsx';

/** A client's name, leading to its page, with its label when it is simulated. */
export function ClientLink({ client }: { client: Client | undefined }) {
  if (!client) return <span class="quiet">no client</span>;
  return (
    <>
      <a href={`/clients/${client.clientId}`}>{client.name}</a> <Simulated client={client} />
    </>
  );
}
