import { fileURLToPath } from 'node:url';
import {
  type OnProgress,
  type ScoringReport,
  validateScoring,
} from '#shared/domain/prediction/proof/validate-scoring.ts';
import { shippedModel } from '#shared/domain/prediction/shipped-model.ts';
import { allHistories } from './read-histories.ts';
import { validationOf } from './validation-of.ts';

/** Two reports, side by side and never blended, and what each does and does not prove. */
export interface PredictiveAccuracy {
  readonly real: ScoringReport;
  readonly simulated: ScoringReport;
  readonly remarks: readonly string[];
}

/** Grades the scoring on the data inside the project: one real panel and one simulated portfolio the shipped model never saw. */
export async function testPredictiveAccuracy(onProgress: OnProgress = () => {}): Promise<PredictiveAccuracy> {
  const grade = async (name: string, data: string) => {
    const { histories, options } = validationOf(await allHistories(pathOf(name)), shippedModel, data);
    return validateScoring(histories, options, onProgress);
  };
  return {
    real: await grade('hospitals', 'real: 130 hospitals of NHS England, 2016 to 2019 (Open Government Licence v3.0)'),
    simulated: await grade('simulated-37', 'simulated: portfolio 37, 100 invented conferences'),
    remarks,
  };
}

const remarks = [
  'The hospital panel proves that the method, fitted on a real panel of monthly measures, foretells months it never saw better than habit does. It does not prove anything about college conferences: hospitals are not clients, and waiting times are not opinions.',
  'The simulated portfolio proves that the shipped model carries over to conferences it was not trained on, as far as the simulation is like life. It does not prove that real conferences behave so; only their own outcomes can.',
];

const pathOf = (name: string) => fileURLToPath(new URL(`data/${name}.jsonl.gz`, import.meta.url));
