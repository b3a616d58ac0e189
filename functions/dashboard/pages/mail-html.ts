import { AppError } from '#shared/domain/errors.ts';
import { mails } from '#shared/store/mail.ts';
import { mailResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';

/** The mail exactly as it goes out, for the sandboxed frame of its page. Throws `mail.unknown`. */
export async function mailHtml({ table, params }: Visit): Promise<Response> {
  const { mailId = '' } = params;
  const stored = await mails.get(table, mailId);
  if (!stored) throw new AppError('mail.unknown', { mailId });
  return mailResponse(stored.mail.html);
}
