import type * as z from 'zod';
import type { Client, ContactRole } from '#shared/domain/clients/client.ts';
import type { LeadershipChange } from '#shared/domain/facts/leadership.ts';
import type { TicketOpening } from '#shared/domain/facts/ticket.ts';
import type { IsoDate } from '#shared/domain/values/iso-date.ts';
import type { Curve } from './curve.ts';

/** One telling of the stories: their day 0, and a number that varies what chance decides. */
export interface Scenario {
  readonly startedOn: IsoDate;
  readonly seed: number;
}

/** What a simulated client goes through. Days are counted from the scenario's start: -30 is a month before it. */
export interface Story {
  readonly profile: Omit<z.input<typeof Client>, 'provenance'>;
  readonly contacts: readonly {
    readonly role: ContactRole;
    readonly decisionMaker?: boolean;
    readonly powerUser?: boolean;
    /** Is there only since the demonstration began, and was never written to. */
    readonly joins?: true;
  }[];
  /** Absent for a prospect. */
  readonly business?: Business;
  readonly leadership: readonly ({ readonly day: number } & Pick<LeadershipChange, 'role' | 'change'>)[];
}

/** How a client that signed uses what it bought. */
export interface Business {
  readonly contract: {
    readonly years: number;
    /** The contract ends with the month that lies this many months after the start of the scenario. */
    readonly endsInMonths: number;
    readonly annualDollars: number;
    readonly promisedSavingsDollars: number;
  };
  /** Work done in the products, 1 being what this office was expected to do. */
  readonly usage: Curve;
  /** Travel savings of an average working day in dollars, when usage is 1. */
  readonly dailySavingsDollars: number;
  /** Share of seats that use a feature, for a feature of middling popularity. */
  readonly adoption: Curve;
  readonly staffEfficiencyGain: Curve;
  readonly errorReduction: Curve;
  /** What contacts answer on average when asked, 1 to 10. */
  readonly satisfaction: Curve;
  /** Days from an invoice to its payment. */
  readonly paymentDays: Curve;
  readonly ticketsPerWeek: Curve;
  /** Tickets that belong to the story, beside those of everyday work. */
  readonly tickets: readonly (Pick<TicketOpening, 'severity' | 'category'> & {
    readonly day: number;
    readonly resolvedOnDay: number;
  })[];
}
