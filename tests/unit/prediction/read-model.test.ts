import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readModel } from '#local/evaluation/read-model.ts';
import { modelFile } from '#local/evaluation/train.ts';
import { shippedModel } from '#shared/domain/prediction/shipped-model.ts';

let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'model-')), 'model.json');
});
afterEach(() => rmSync(join(file, '..'), { recursive: true }));

it('reads what training wrote', () => {
  writeFileSync(file, modelFile(shippedModel));
  expect(readModel(file).trainedOn).toEqual(shippedModel.trainedOn);
});

it('refuses a model of other code, whose numbers mean other things', () => {
  writeFileSync(file, modelFile({ ...shippedModel, version: 'prediction-1' }));
  expect(() => readModel(file)).toThrow(/prediction-1.*train again/);
});

it('tells a file that is no model from one that is not there', () => {
  expect(() => readModel(file)).toThrow(/ENOENT/);
  writeFileSync(file, '{}');
  expect(() => readModel(file)).toThrow(/not a model that csm train wrote/);
});
