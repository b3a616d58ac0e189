/** Where the operator proves who it is (OAuth 2 authorization code with PKCE, RFC 7636). */
export interface Identity {
  /** The address to send a browser to; it comes back to `back` with `state` and a code. */
  begin(asked: { readonly back: string; readonly state: string; readonly challenge: string }): string;
  /** Whether this code, with the secret behind the challenge, proves the operator. Throws when that cannot be found out. */
  proves(given: { readonly code: string; readonly verifier: string; readonly back: string }): Promise<boolean>;
  /** Where signing out there ends at `back`. */
  end(back: string): string;
}
