/** Tells whether a request comes from the operator, who signed in before. */
export interface Operators {
  /** A session that begins now: a token that belongs into a cookie. */
  open(): Promise<string>;
  /** Whether a token is one of ours and has not run out. */
  isOpen(token: string): Promise<boolean>;
  /** A session for a request that needs no signing in; only one machine's own pages have such a thing. */
  admit?(request: Request): Promise<string | undefined>;
}

/** The secret that sessions are signed with. */
export const sessionSecret = 'sessions/operator';
