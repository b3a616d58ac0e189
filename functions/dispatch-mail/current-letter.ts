import { AppError } from '#shared/domain/errors.ts';
import type { Letter } from '#shared/domain/mail/letter.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { previewMail } from './preview-mail.ts';

/** The letter of a waiting message as it reads now. Throws `message.bad-decision` when it cannot be written yet. */
export async function currentLetter(table: TableReader, message: WaitingMessage, moment: Date): Promise<Letter> {
  if (message.draft) return message.draft;
  const preview = await previewMail(table, message, moment);
  if ('missing' in preview.mail)
    throw new AppError('message.bad-decision', {
      says: `It cannot be written yet: ${preview.mail.missing.join(', ')}.`,
    });
  return preview.mail.letter;
}
