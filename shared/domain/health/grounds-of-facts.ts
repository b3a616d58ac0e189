import type { Product } from '../clients/client.ts';
import type { Panel } from '../prediction/history/panel.ts';
import { daysBetween } from '../values/iso-date.ts';
import { along } from './curve.ts';
import { type Dossier, productsOf } from './dossier.ts';
import { confidenceRule, featuresOf } from './model.ts';
import { afterSilence, type Grounds, type GroundsOf, groundsOfHistory } from './score/grounds.ts';
import type { Metric } from './score/metrics.ts';
import { silenceOf } from './silence.ts';

/** What recorded facts say for each metric: which a client can have, how surely it is known, and whether a product fell silent. */
export function groundsOfFacts(dossier: Dossier, panel: Panel): GroundsOf {
  const products = productsOf(dossier);
  const silent = new Map(products.map((product) => [product, silenceOf(dossier, product)?.overdueDays ?? Number.NaN]));
  const fade = groundsOfHistory(panel);
  const others: Partial<Record<Metric['measure'], () => Grounds | undefined>> = {
    satisfaction: () => sure(sureOfAnswers(dossier)),
    ticketBurden: () => sure(1),
    adoption: () => sure(shareOfFeatures(dossier, products)),
    activeSeats: () => (products.length > 0 ? sure(1) : undefined),
    daysOverdue: () => sure(sureOfInvoices(dossier)),
    daysLate: () => sure(1),
    savingsKept: () => (dossier.contract?.promisedSavingsCents ? sure(1) : undefined),
    realizedRoi: () => (products.includes('flextime') ? sure(1) : undefined),
    leaders: () => sure(sureOfLeaders(dossier)),
  };
  return (metric) => {
    if (!metric.product) return (others[metric.measure] ?? (() => fade(metric)))();
    const asked = metric.product === 'any' ? products : products.filter((product) => product === metric.product);
    if (asked.length === 0) return undefined;
    const overdue = asked.map((product) => silent.get(product) ?? Number.NaN).filter((days) => !Number.isNaN(days));
    // One product that still reports is enough to see people at work.
    return overdue.length === 0 ? sure(0) : afterSilence(Math.min(...overdue));
  };
}

const sure = (confidence: number): Grounds => ({ confidence, left: 1 });

function sureOfAnswers({ facts, asOf }: Dossier): number {
  const answers = facts['survey.answered'];
  const last = answers.at(-1)?.detail.date;
  if (!last) return 0;
  const inYear = answers.filter(({ detail }) => daysBetween(detail.date, asOf) <= 365).length;
  return along(confidenceRule.byAgeOfAnswer, daysBetween(last, asOf)) * along(confidenceRule.byAnswers, inYear);
}

/** The share of the licensed features that is reported on. */
function shareOfFeatures({ months }: Dossier, products: readonly Product[]): number {
  const licensed = new Set(products.flatMap((product) => featuresOf[product]));
  const recent = months.slice(0, confidenceRule.monthsOfFeatures);
  const known = [...licensed].filter((feature) => recent.some(({ features }) => features[feature]));
  return licensed.size === 0 ? 0 : known.length / licensed.size;
}

function sureOfInvoices({ facts, asOf }: Dossier): number {
  const last = facts['invoice.issued'].at(-1)?.detail.date;
  return last ? along(confidenceRule.byAgeOfInvoice, daysBetween(last, asOf)) : 0;
}

function sureOfLeaders({ facts }: Dossier): number {
  const roles = new Set(facts['leadership.changed'].map(({ detail }) => detail.role));
  return [...roles].reduce((sum, role) => sum + confidenceRule.byRole[role], 0);
}
