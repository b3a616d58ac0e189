import type { Mailer } from '#shared/ports/mailer.ts';

/** Takes every mail at once and gives it an id. Nothing leaves the machine: the outbox page shows the mails from the table. */
export const localMailer: Mailer = {
  turn: () => Promise.resolve(),
  send: ({ sendId }) => Promise.resolve({ messageId: `local-${sendId}` }),
};
