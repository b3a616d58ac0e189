/** One mail to one recipient. `sendId` goes with it as a tag, so that the service's events can be matched to it. */
export interface OutgoingMail {
  readonly sendId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * Hands a mail to the service and returns the service's id of it. Throws `mail.refused` or `mail.throttled` when it is
 * certain that nothing was sent; any other error leaves that unknown.
 */
export interface Mailer {
  send(mail: OutgoingMail): Promise<{ readonly messageId: string }>;
}
