import * as z from 'zod';

const slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens, for example "big-12"');

/** A client of HELiiX: lower-case words joined by hyphens, at most 64 characters, for example `big-12`. */
export const ClientId = slug.brand<'ClientId'>();
export type ClientId = z.infer<typeof ClientId>;

/** A person at a client, unique within the client. */
export const ContactId = slug.brand<'ContactId'>();
export type ContactId = z.infer<typeof ContactId>;

/** An identity given by another system (invoice number, ticket number): printable ASCII without `#`, at most 64. */
export const ForeignId = z
  .string()
  .regex(/^[\x21\x22\x24-\x7e]{1,64}$/, 'use 1 to 64 printable characters without spaces or "#"')
  .brand<'ForeignId'>();
export type ForeignId = z.infer<typeof ForeignId>;
