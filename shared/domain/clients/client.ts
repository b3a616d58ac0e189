import * as z from 'zod';
import { ClientId, ContactId } from '../values/ids.ts';
import { calendarIn, IsoDate } from '../values/iso-date.ts';
import { Cents } from '../values/money.ts';

/** How many member schools a conference may have: the one place that says so. */
const memberSchoolBounds = { min: 4, max: 20 } as const;
/** The smallest contract HELiiX signs: $25,000 a year. */
const smallestContract = 2_500_000;

export const ClientType = z.enum([
  'power-conference',
  'mid-major-conference',
  'governing-body',
  'professional-league',
  'international-body',
]);
export type ClientType = z.infer<typeof ClientType>;

const ClientStatus = z.enum(['active', 'prospect', 'churned']);
export const Product = z.enum(['flextime', 'heliix']);
export type Product = z.infer<typeof Product>;
export const Service = z.enum(['flextime', 'heliix', 'custom']);
export type Service = z.infer<typeof Service>;

/** Simulated data is labelled wherever it is shown, and never mixed with recorded data. */
const Provenance = z.enum(['recorded', 'simulated']);

/** The last day of the client's fiscal year, `MM-DD`. */
const FiscalYearEnd = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'use MM-DD, for example 06-30');

const TimeZone = z.string().refine(isTimeZone, 'use an IANA time zone, for example America/Chicago');

export const Client = z.object({
  clientId: ClientId,
  name: z.string().trim().min(1).max(120),
  type: ClientType,
  status: ClientStatus,
  memberSchools: z.int().min(memberSchoolBounds.min).max(memberSchoolBounds.max),
  /** People licensed to use the products; adoption is measured against it. */
  staffSeats: z.int().min(1).max(5_000),
  services: z.array(Service).min(1),
  timeZone: TimeZone,
  fiscalYearEnd: FiscalYearEnd,
  provenance: Provenance,
  /** Agreed that its figures enter comparisons with peers, in which nobody can be recognised. */
  sharesWithPeers: z.boolean().optional(),
});
export type Client = z.infer<typeof Client>;

/** What the client signed. Renewal stage and probability are computed, never stored. */
export const Contract = z
  .object({
    clientId: ClientId,
    start: IsoDate,
    end: IsoDate,
    annualValueCents: Cents.refine((cents) => cents >= smallestContract, 'a contract is worth at least $25,000 a year'),
    /** Savings a year we promised when selling: what "realised ROI" is measured against. */
    promisedSavingsCents: Cents.optional(),
  })
  .refine(({ start, end }) => start < end, { path: ['end'], message: 'must be after the start' });
export type Contract = z.infer<typeof Contract>;

export const ContactRole = z.enum([
  'commissioner',
  'deputy-commissioner',
  'athletic-director',
  'scheduling-associate',
  'compliance-associate',
  'operations',
  'finance',
]);
export type ContactRole = z.infer<typeof ContactRole>;

export const Contact = z.object({
  clientId: ClientId,
  contactId: ContactId,
  role: ContactRole,
  email: z.email().max(254),
  decisionMaker: z.boolean(),
  powerUser: z.boolean(),
  /** Since when the person knows that we write. Without it, and without a first mail, that mail needs the operator's approval. */
  introducedOn: IsoDate.optional(),
});
export type Contact = z.infer<typeof Contact>;

function isTimeZone(zone: string): boolean {
  try {
    calendarIn(zone);
    return true;
  } catch {
    return false;
  }
}
