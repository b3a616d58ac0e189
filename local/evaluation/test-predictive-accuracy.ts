import { fileURLToPath } from 'node:url';
import {
  type OnProgress,
  type ScoringReport,
  usualValidation,
  validateScoring,
} from '#shared/domain/prediction/proof/validate-scoring.ts';
import { shippedModel } from '#shared/domain/prediction/shipped-model.ts';
import { stableWithinPoints, withHospitalOutcomes } from './hospital-outcomes.ts';
import { allHistories } from './read-histories.ts';

/** Two reports, side by side and never blended, and what each does and does not prove. */
export interface PredictiveAccuracy {
  readonly real: ScoringReport;
  readonly simulated: ScoringReport;
  readonly remarks: readonly string[];
}

/** The as-of months of the hospital panel that are tested: its last nine with a known next quarter, the 25th to the 33rd. */
const hospitalsFromMonth = 25;

/** Grades the scoring on the data inside the project: one real panel and one simulated portfolio the shipped model never saw. */
export async function testPredictiveAccuracy(onProgress: OnProgress = () => {}): Promise<PredictiveAccuracy> {
  const model = shippedModel;
  const hospitals = (await allHistories(pathOf('hospitals'))).map(withHospitalOutcomes);
  const real = validateScoring(
    hospitals,
    {
      ...usualValidation,
      model,
      fitTrendWithGap: 3,
      fromMonth: hospitalsFromMonth,
      // The survey proxy runs from 1 to 10: nine points are a hundred percentage points.
      stableWithin: (9 * stableWithinPoints) / 100,
      data: 'real: 130 hospitals of NHS England, 2016 to 2019 (Open Government Licence v3.0)',
      definitionOfStable: `stable: the share of patients seen in time moves by at most ${stableWithinPoints} percentage points from one quarter to the next`,
    },
    onProgress,
  );
  const simulated = validateScoring(
    await allHistories(pathOf('simulated-37')),
    { ...usualValidation, model, data: 'simulated: portfolio 37, 100 invented conferences' },
    onProgress,
  );
  return { real, simulated, remarks };
}

const remarks = [
  'The hospital panel proves that the method, fitted on a real panel of monthly measures, foretells months it never saw better than habit does. It does not prove anything about college conferences: hospitals are not clients, and waiting times are not opinions.',
  'The simulated portfolio proves that the shipped model carries over to conferences it was not trained on, as far as the simulation is like life. It does not prove that real conferences behave so; only their own outcomes can.',
];

const pathOf = (name: string) => fileURLToPath(new URL(`data/${name}.jsonl.gz`, import.meta.url));
