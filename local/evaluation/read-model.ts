import { readFileSync } from 'node:fs';
import { AppError } from '#shared/domain/errors.ts';
import { codeVersion, PredictionModel } from '#shared/domain/prediction/model.ts';

/** The model in a file that `csm train` wrote. Throws `model.unreadable` when it is not one, or one of other code: its numbers mean other things. */
export function readModel(file: string): PredictionModel {
  const model = parsed(readFileSync(file, 'utf8'), file);
  if (model.version === codeVersion) return model;
  const problem = `${file} was trained by ${model.version}, and this is ${codeVersion}, which reads other features: train again`;
  throw new AppError('model.unreadable', { problem });
}

function parsed(text: string, file: string): PredictionModel {
  try {
    return PredictionModel.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError('model.unreadable', { file }, { cause });
  }
}
