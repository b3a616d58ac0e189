import * as z from 'zod';
import { ClientId } from '../values/ids.ts';
import { IsoDate } from '../values/iso-date.ts';
import { Cents, Dollars } from '../values/money.ts';

const count = z.int().min(0).max(1_000_000);
const share = z.number().min(0).max(1);
const hours = z.number().min(0).max(100_000);

export const Feature = z.enum(['scheduling', 'travel', 'compliance', 'policy', 'analytics', 'collaboration']);
export type Feature = z.infer<typeof Feature>;

const business = {
  /** Shares from 0 to 1, as the client's office measures them. */
  staffEfficiencyGain: share.optional(),
  errorReduction: share.optional(),
  /** Share of seats that used each feature, 0 to 1. */
  featureAdoption: z.partialRecord(Feature, share).optional(),
};
const flextime = {
  dailyActiveUsers: count.optional(),
  schedulingSessions: count.optional(),
  optimizationRuns: count.optional(),
  ...business,
};
const heliix = {
  dailyActiveUsers: count.optional(),
  tasksAutomated: count.optional(),
  policyUpdates: count.optional(),
  complianceReports: count.optional(),
  hoursSaved: hours.optional(),
  ...business,
};

const report = { clientId: ClientId, date: IsoDate };
const measuresSomething = (metrics: object) => Object.keys(metrics).length > 0;
const nothingMeasured = 'report at least one metric';
const heliixReport = z.strictObject({
  ...report,
  product: z.literal('heliix'),
  metrics: z.strictObject(heliix).refine(measuresSomething, nothingMeasured),
});

/** One product's figures for one client and day, as recorded. A figure not measured is absent, never zero. */
export const UsageReport = z.discriminatedUnion('product', [
  z.strictObject({
    ...report,
    product: z.literal('flextime'),
    metrics: z
      .strictObject({ ...flextime, travelSavingsCents: Cents.optional() })
      .refine(measuresSomething, nothingMeasured),
  }),
  heliixReport,
]);
export type UsageReport = z.infer<typeof UsageReport>;

/** A usage report as other systems send it: the same, with `travelSavings` in dollars. */
export const UsageReportBody = z.discriminatedUnion('product', [
  z.strictObject({
    ...report,
    product: z.literal('flextime'),
    metrics: z
      .strictObject({ ...flextime, travelSavings: Dollars.optional() })
      .refine(measuresSomething, nothingMeasured)
      .transform(({ travelSavings, ...counts }) =>
        travelSavings === undefined ? counts : { ...counts, travelSavingsCents: travelSavings },
      ),
  }),
  heliixReport,
]);
