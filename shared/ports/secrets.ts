/** Reads secrets by name, newest first; two may be active while one is being rotated. Throws `secret.missing`. */
export interface Secrets {
  active(name: string): Promise<readonly string[]>;
}

/** The secret that senders of one webhook source sign with. */
export const webhookSecret = (source: string): string => `webhooks/${source}`;

/** The secret that links to recipient pages are sealed with, `whsec_` and base64 like any other. */
export const recipientSecret = 'mail/recipients';
