import { Command } from 'commander';
import { negativeControl } from '#local/evaluation/negative-control.ts';
import { ravenstackHistories } from '#local/evaluation/ravenstack.ts';
import { shippedModel } from '#shared/domain/prediction/shipped-model.ts';
import { say } from '../terminal.ts';

/** Churn in the control is drawn at random, so a sound method shows no skill. */
const bounds = { least: 0.45, most: 0.55 } as const;

export const negativeControlCommand = (): Command =>
  new Command('negative-control')
    .description('Look for skill where there is none to be had: in accounts whose churn was drawn at random.')
    .argument('<folder>', 'holds the five ravenstack_*.csv files (River @ Rivalytics)')
    .option('--json', 'answer with JSON instead of text')
    .action((folder: string, { json }: { json?: boolean }) => {
      const { auc, points } = negativeControl(ravenstackHistories(folder), shippedModel.trend);
      const clean = auc >= bounds.least && auc <= bounds.most;
      const verdict = clean ? 'no skill, as it should be' : 'skill where there is none: something leaks';
      say(json, { auc, points, clean }, () => `AUC ${auc.toFixed(3)} on ${points} points: ${verdict}.`);
      if (!clean) process.exitCode = 1;
    });
