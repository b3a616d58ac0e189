import type { Panel } from '../../prediction/history/panel.ts';
import type { AdjustedPanel } from '../../prediction/season/adjust.ts';
import type { Dimension, Evidence } from '../assessment.ts';
import type { Dossier } from '../dossier.ts';
import type { MetricReading, Reading } from '../score/read-dimensions.ts';
import { sayActiveSeats, sayFeatures } from './adoption.ts';
import { sayGain, sayReturn, saySavings } from './financial.ts';
import { sayHabit, sayOverdue } from './invoices.ts';
import { sayLeaders } from './leadership.ts';
import { sayAnswers, sayTickets } from './satisfaction.ts';
import { saySilences, sayUse } from './usage.ts';

/** A reading with everything a sentence about it may need. */
export interface Told {
  readonly reading: MetricReading;
  readonly dossier: Dossier;
  readonly panel: Panel;
  readonly adjusted: AdjustedPanel;
}

type Say = (told: Told) => readonly Evidence[];

const bySaying: Readonly<Partial<Record<MetricReading['metric']['measure'], Say>>> = {
  satisfaction: sayAnswers,
  ticketBurden: sayTickets,
  adoption: sayFeatures,
  activeSeats: sayActiveSeats,
  daysOverdue: sayOverdue,
  daysLate: sayHabit,
  savingsKept: saySavings,
  realizedRoi: sayReturn,
  efficiency: sayGain,
  errorReduction: sayGain,
  leaders: sayLeaders,
};

/** The sentences behind a dimension's metrics, each with its metric, its dates and the facts it rests on. */
export function evidenceOf({ dimension, metrics }: Reading, about: Omit<Told, 'reading'>): Evidence[] {
  const said = metrics.flatMap((reading) => {
    const say = reading.metric.product ? sayUse : bySaying[reading.metric.measure];
    return (say?.({ ...about, reading }) ?? []).map((evidence) => ({ ...evidence, metric: reading.metric.measure }));
  });
  return isUsage(dimension) ? [...saySilences(about.dossier), ...said] : said;
}

const isUsage = (dimension: Dimension) => dimension === 'usage';
