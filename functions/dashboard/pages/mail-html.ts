import { AppError } from '#shared/domain/errors.ts';
import { mails } from '#shared/store/mail.ts';
import { mailInFrame } from '../components/mail-view.tsx';
import type { Visit } from '../visit.ts';

/** The mail exactly as it goes out, for the sandboxed frame of its page. Throws `mail.unknown`. */
export async function mailHtml(visit: Visit): Promise<Response> {
  const { mailId = '' } = visit.params;
  const stored = await mails.get(visit.table, mailId);
  if (!stored) throw new AppError('mail.unknown', { mailId });
  return mailInFrame(visit, stored.mail.html);
}
