import type { History } from '#shared/domain/prediction/history/history.ts';
import type { PredictionModel } from '#shared/domain/prediction/model.ts';
import { usualValidation, type ValidationOptions } from '#shared/domain/prediction/proof/validate-scoring.ts';
import { stableWithinPoints, withHospitalOutcomes } from './hospital-outcomes.ts';

/** The as-of months of the hospital panel that are tested: its last nine with a known next quarter, the 25th to the 33rd. */
const hospitalsFromMonth = 25;

export interface Validation {
  readonly histories: readonly History[];
  readonly options: ValidationOptions;
}

/**
 * How a book of clients is graded. A hospital panel (shares of patients seen in time, and no outcomes of its own) gets its
 * outcomes from those shares, and the trend is fitted on its own earlier months: its measures are not a conference's.
 */
export const validationOf = (histories: readonly History[], model: PredictionModel, data: string): Validation =>
  isHospitalPanel(histories)
    ? {
        histories: histories.map(withHospitalOutcomes),
        options: {
          ...usualValidation,
          model,
          data,
          fitTrendWithGap: 3,
          fromMonth: hospitalsFromMonth,
          // The survey proxy runs from 1 to 10: nine points are a hundred percentage points.
          stableWithin: (9 * stableWithinPoints) / 100,
          definitionOfStable: `stable: the share of patients seen in time moves by at most ${stableWithinPoints} percentage points from one quarter to the next`,
        },
      }
    : { histories, options: { ...usualValidation, model, data } };

const isHospitalPanel = (histories: readonly History[]) =>
  histories.every(({ outcomes }) => outcomes === undefined) &&
  histories.some(({ months }) => months.some(({ onTimePct }) => onTimePct !== undefined));
