/**
 * The model trained on the client's own outcomes, once there were enough of them; until then the shipped one is used.
 *   in use                   pk = MODEL  sk = MODEL#<trained on>, descending, limit 1
 */
import * as z from 'zod';
import { codeVersion, PredictionModel } from '#shared/domain/prediction/model.ts';
import type { Change, Json, TableReader } from '#shared/ports/table.ts';

export const models = {
  /** Puts a model to use. Training twice on a day leaves the later one. */
  use: (model: PredictionModel): Change => ({
    put: { pk: 'MODEL', sk: `MODEL#${model.trainedOn.date}`, entity: 'model', model: model as Json },
    require: 'any',
  }),

  /** The latest model trained here. One from before the code last changed cannot be used by it: undefined until the next training. */
  async inUse(table: TableReader): Promise<PredictionModel | undefined> {
    const [item] = (await table.query({ partition: 'MODEL', order: 'descending', limit: 1 })).items;
    if (!item) return undefined;
    const { version } = z.object({ version: z.string() }).parse(item.model);
    return version === codeVersion ? PredictionModel.parse(item.model) : undefined;
  },
};
