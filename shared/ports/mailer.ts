/** One mail to one recipient. `sendId` goes with it as a tag, so that the service's events can be matched to it. */
export interface OutgoingMail {
  readonly sendId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** An iCalendar text with METHOD:REQUEST or METHOD:CANCEL. */
  readonly invitation?: string | undefined;
  /** `oneClick` takes the POST of a mail programme's own unsubscribe button (RFC 8058), `page` is for people. */
  readonly unsubscribe?: { readonly oneClick: string; readonly page: string } | undefined;
}

export interface Mailer {
  /** Waits until the rate agreed with the service allows one more mail. To be called before each `send`. */
  turn(): Promise<void>;
  /**
   * Hands a mail to the service and returns the service's id of it. Throws `mail.refused`, `mail.throttled` (too fast),
   * `mail.quota-exceeded` (enough for a day) or `mail.unreachable` when it is certain that nothing was sent; any other
   * error leaves that unknown.
   */
  send(mail: OutgoingMail): Promise<{ readonly messageId: string }>;
}
