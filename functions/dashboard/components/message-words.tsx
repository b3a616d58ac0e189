import { passagesOf } from '#shared/domain/mail/edit-letter.ts';
import type { Letter } from '#shared/domain/mail/letter.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import { passageName } from '../mail-words.ts';
import { addressOf } from './messages.tsx';

const charactersALine = 72;

/** The words of a letter, each passage in a field of its own. */
export const MessageWords = ({ message, letter }: { message: WaitingMessage; letter: Letter }) => (
  <section aria-labelledby="edit">
    <h2 id="edit">Its words</h2>
    <details>
      <summary>Edit them</summary>
      <p class="advice">
        Figures, names, dates and links stay facts: write them as <code>{'{{fact:id}}'}</code>, with an id from the
        facts above. An edited message needs your approval, and is never sent while it says what no fact shows.
      </p>
      <form class="edit" method="post" action={`${addressOf(message)}/edit`}>
        {passagesOf(letter).map(({ path, says }) => (
          <label>
            <span>{passageName(path)}</span>
            <textarea name={path} rows={Math.max(1, Math.ceil(says.length / charactersALine))} required>
              {says}
            </textarea>
          </label>
        ))}
        <button type="submit">Save these words</button>
      </form>
    </details>
  </section>
);
