import { isDeepStrictEqual } from 'node:util';
import { Command } from 'commander';
import { type Recomputation, recompute } from '#functions/score-client/recompute.ts';
import { modelVersion } from '#shared/domain/health/model.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { IsoDate } from '#shared/domain/values/iso-date.ts';
import { describeAssessment } from '../describe-health.ts';
import { bold, columns, say } from '../terminal.ts';
import { type CommonOptions, readBy, withCommonOptions, withData } from './options.ts';

export const recomputeCommand = (): Command =>
  withCommonOptions(new Command('recompute'))
    .description(
      'Make the stored score of a day again from what is recorded: reproduces it to the last digit (exit code 0), or says which input changed (1).',
    )
    .argument('<client>', 'a client\'s id, for example "big-12"', readBy(ClientId))
    .argument('<date>', 'a day with a stored score, for example 2026-10-31', readBy(IsoDate))
    .action((clientId: ClientId, date: IsoDate, options: CommonOptions) =>
      withData(options, async ({ runtime }) => {
        const made = await recompute(runtime.table, clientId, date);
        say(options.json, { clientId, date, ...made }, () => describe(clientId, made));
        if (!made.reproduced) process.exitCode = 1;
      }),
    );

function describe(clientId: ClientId, made: Recomputation): string {
  const { stored, recomputed, reproduced } = made;
  return [
    bold(`${clientId} on ${stored.scoredOn}: ${reproduced ? 'reproduced to the last digit' : 'not the same'}`),
    columns([
      ['stored', describeAssessment(stored), `model ${stored.modelVersion}`],
      ['recomputed', describeAssessment(recomputed), `model ${recomputed.modelVersion}`],
    ]),
    ...(reproduced ? [] : [`Different in: ${differences(made).join(', ')}.`]),
    '',
    ...why(made),
  ].join('\n');
}

const differences = ({ stored, recomputed }: Recomputation): string[] => {
  const [was, is] = [new Map(Object.entries(stored)), new Map(Object.entries(recomputed))];
  const fields = [...new Set([...was.keys(), ...is.keys()])];
  return fields.filter((field) => !isDeepStrictEqual(was.get(field), is.get(field)));
};

function why({ stored, reproduced, changes, reproducedFromThen }: Recomputation): string[] {
  if (stored.modelVersion !== modelVersion)
    return [
      `It was made by model ${stored.modelVersion}; this is ${modelVersion}. Only a version that has that model can reproduce it.`,
    ];
  if (!changes)
    return [
      'Nothing was kept of what it was made from (that began later), so what changed, if anything, cannot be named.',
    ];
  if (changes.length === 0)
    return [
      reproduced
        ? 'Every input is what it was.'
        : `Every input is what it was, so the code changed without a new name for model ${modelVersion}: that is a mistake of ours.`,
    ];
  return [
    reproduced ? 'Changed since, without effect:' : 'Changed since:',
    ...changes.flatMap(({ input, says, factIds = [] }) => [`  ${input}: ${says}`, ...factIds.map((id) => `    ${id}`)]),
    '',
    fromThen(reproducedFromThen),
  ];
}

function fromThen(reproducedFromThen: boolean | undefined): string {
  if (reproducedFromThen === undefined) return 'Its inputs as they were cannot all be found again.';
  return reproducedFromThen
    ? 'From its inputs as they were, the stored score is reproduced to the last digit.'
    : 'Even from its inputs as they were it is not reproduced, so the code changed without a new name for the model: that is a mistake of ours.';
}
