/**
 * The model trained on the client's own outcomes, once there were enough of them; until then the shipped one is used.
 *   in use                   pk = MODEL  sk = MODEL#<trained on>, descending, limit 1
 */
import { PredictionModel } from '#shared/domain/prediction/model.ts';
import type { Change, Json, TableReader } from '#shared/ports/table.ts';

export const models = {
  /** Puts a model to use. Training twice on a day leaves the later one. */
  use: (model: PredictionModel): Change => ({
    put: { pk: 'MODEL', sk: `MODEL#${model.trainedOn.date}`, entity: 'model', model: model as Json },
    require: 'any',
  }),

  async inUse(table: TableReader): Promise<PredictionModel | undefined> {
    const [item] = (await table.query({ partition: 'MODEL', order: 'descending', limit: 1 })).items;
    return item && PredictionModel.parse(item.model);
  },
};
