import type { Client, Contact, Service } from '#shared/domain/clients/client.ts';
import type { RenewalStage } from '#shared/domain/clients/renewal-stage.ts';
import type { Dimension, Driver, Trend } from '#shared/domain/health/assessment.ts';
import type { Instant, IsoDate } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';

/** How stored words read on a page. */
export const clientTypeNames: Readonly<Record<Client['type'], string>> = {
  'power-conference': 'Power conference',
  'mid-major-conference': 'Mid-major conference',
  'governing-body': 'Governing body',
  'professional-league': 'Professional league',
  'international-body': 'International body',
};

export const serviceNames: Readonly<Record<Service, string>> = {
  flextime: 'Flextime',
  heliix: 'HELiiX',
  custom: 'custom work',
};

export const roleNames: Readonly<Record<Contact['role'], string>> = {
  commissioner: 'Commissioner',
  'deputy-commissioner': 'Deputy commissioner',
  'athletic-director': 'Athletic director',
  'scheduling-associate': 'Scheduling associate',
  'compliance-associate': 'Compliance associate',
  operations: 'Operations',
  finance: 'Finance',
};

export const driverNames: Readonly<Record<Dimension | Driver['driver'], string>> = {
  usage: 'Usage',
  satisfaction: 'Satisfaction',
  adoption: 'Adoption',
  financial: 'Financial health',
  leadership: 'Leadership',
  season: 'Season',
};

export const trendNames: Readonly<Record<Trend, string>> = {
  improving: 'Improving',
  stable: 'Stable',
  declining: 'Declining',
  unknown: 'Not known yet',
};

export const stageNames: Readonly<Record<RenewalStage, string>> = {
  early: 'Early',
  active: 'Active',
  negotiation: 'Negotiation',
  expired: 'Expired unsigned',
};

const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
const longDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'full' });
const moment = new Intl.DateTimeFormat('en-GB', { timeZone: businessZone, dateStyle: 'medium', timeStyle: 'short' });

/** "20 Nov 2026" */
export const shortDate = (date: IsoDate): string => day.format(Date.parse(date));

/** "Friday 20 November 2026" */
export const fullDate = (date: IsoDate): string => longDay.format(Date.parse(date));

const month = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', year: 'numeric' });

/** "Nov 2026" */
export const monthName = (date: IsoDate): string => month.format(Date.parse(date));

const yearless = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long' });

/** "30 June", of `06-30`. */
export const dayOfYear = (monthAndDay: string): string => yearless.format(Date.parse(`2024-${monthAndDay}`));

/** "20 Nov 2026, 08:03", in the time zone of the business. */
export const dateAndTime = (instant: Instant): string => moment.format(Date.parse(instant));

/** "1 alert", "2 alerts" */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

/** "in 12 days", "today", "3 days ago"; past two months in months. */
export function distance(days: number): string {
  if (days === 0) return 'today';
  const size = Math.abs(days);
  const words = size < 61 ? count(size, 'day') : count(Math.round(size / 30.44), 'month');
  return days > 0 ? `in ${words}` : `${words} ago`;
}

/** "24.60": hundredths of a point, in points; "+24.60" where they are a move. */
export const points = (hundredths: number, move = false): string =>
  `${move && hundredths > 0 ? '+' : ''}${(hundredths / 100).toFixed(2).replace('-', '\u2212')}`;

/** "24.6": the same, where a glance is enough. */
export const roughPoints = (hundredths: number): string => (hundredths / 100).toFixed(1);

/** "30%", with one decimal where it is not whole. */
export const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** A sentence's or a cell's first letter is a capital. */
export const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
