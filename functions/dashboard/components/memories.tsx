import type { Client } from '#shared/domain/clients/client.ts';
import { type Memory, MemoryKind } from '#shared/domain/memory/memory.ts';
import { shortDate } from '../words.ts';

const names: Readonly<Record<MemoryKind, string>> = {
  promise: 'We promised',
  preference: 'They prefer',
  rejection: 'Not proposed again',
};

interface Props {
  readonly client: Client;
  readonly memories: readonly Memory[];
}

/** What agents remember of a client; each can be said better, prolonged or forgotten. */
export function Memories({ client: { clientId }, memories }: Props) {
  return (
    <section aria-labelledby="memory">
      <h2 id="memory">Remembered</h2>
      {memories.length === 0 && <p class="empty">No promise, preference or rejection is remembered.</p>}
      <ul class="plain memories">
        {memories.map(({ memoryId, kind, says, source, until }) => (
          <li>
            <b>{names[kind]}:</b> {says}
            <small>
              From {source}, until {shortDate(until)}
            </small>
            <details>
              <summary aria-label={`Change what is remembered: ${says}`}>Change</summary>
              <form method="post" action={`/clients/${clientId}/memory/${memoryId}`} class="edit">
                <label>
                  <span>What to remember</span>
                  <input name="says" value={says} maxlength={300} required />
                </label>
                <label>
                  <span>Until</span>
                  <input name="until" type="date" value={until} required />
                </label>
                <p>
                  <button type="submit">Save</button>{' '}
                  <button type="submit" name="act" value="forget">
                    Forget it
                  </button>
                </p>
              </form>
            </details>
          </li>
        ))}
      </ul>
      <details>
        <summary>Remember something</summary>
        <form method="post" action={`/clients/${clientId}/memory`} class="edit">
          <label>
            <span>What it is</span>
            <select name="kind">
              {MemoryKind.options.map((kind) => (
                <option value={kind}>{names[kind]}</option>
              ))}
            </select>
          </label>
          <label>
            <span>In words</span>
            <input name="says" maxlength={300} required />
          </label>
          <button type="submit">Remember</button>
        </form>
      </details>
    </section>
  );
}
