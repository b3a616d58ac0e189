import { Command, CommanderError } from 'commander';
import { agentsCommand } from './commands/agents.ts';
import { askCommand } from './commands/ask.ts';
import { auditCommand } from './commands/audit.ts';
import { briefCommand } from './commands/brief.ts';
import { eraseContactCommand } from './commands/erase-contact.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { meetingCommand } from './commands/meeting.ts';
import { negativeControlCommand } from './commands/negative-control.ts';
import { pauseCommand, resumeCommand } from './commands/pause.ts';
import { predictCommand } from './commands/predict.ts';
import { previewCommand } from './commands/preview.ts';
import { recomputeCommand } from './commands/recompute.ts';
import { redriveCommand } from './commands/redrive.ts';
import { replayCommand } from './commands/replay.ts';
import { riskCommand } from './commands/risk.ts';
import { runsCommand } from './commands/runs.ts';
import { scoreCommand } from './commands/score.ts';
import { sendCommand } from './commands/send.ts';
import { showCommand } from './commands/show.ts';
import { startCommand } from './commands/start.ts';
import { testPredictiveAccuracyCommand } from './commands/test-predictive-accuracy.ts';
import { trainCommand } from './commands/train.ts';
import { validateScoringCommand } from './commands/validate-scoring.ts';
import { explain } from './explain.ts';

const exitCodes = { success: 0, failure: 1, usage: 2 } as const;

const after = `
Exit codes: 0 done, 1 it could not be done (bad data, unknown client, port in use), 2 the command was not understood.
Everything is kept under the directory given by --data, by default .data.`;

/** Runs the operator's command and gives its exit code. What a person did wrong is answered in a sentence, without a stack. */
export async function runCsm(args: readonly string[]): Promise<number> {
  const csm = new Command('csm')
    .description(
      'The customer success manager in one process: what it knows, how clients are doing, and what happened.',
    )
    .addHelpText('after', after);
  const commands = [
    startCommand(),
    importCommand(),
    scoreCommand(),
    riskCommand(),
    showCommand(),
    explainCommand(),
    askCommand(),
    briefCommand(),
    runsCommand(),
    replayCommand(),
    agentsCommand(),
    recomputeCommand(),
    exportCommand(),
    sendCommand(),
    previewCommand(),
    redriveCommand(),
    pauseCommand(),
    resumeCommand(),
    meetingCommand(),
    predictCommand(),
    trainCommand(),
    validateScoringCommand(),
    testPredictiveAccuracyCommand(),
    negativeControlCommand(),
    auditCommand(),
    eraseContactCommand(),
  ];
  for (const command of commands) csm.addCommand(command);
  for (const command of [csm, ...csm.commands, ...csm.commands.flatMap(({ commands }) => commands)]) {
    command.exitOverride().showHelpAfterError('Add --help to see how it is used.');
    // An option that may be given again begins with none, which help would call "[]".
    for (const option of command.options)
      if (Array.isArray(option.defaultValue)) option.default([...option.defaultValue], 'none');
  }

  try {
    await csm.parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? exitCodes.success);
  } catch (error) {
    // Commander has already said what was wrong, or printed the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.success : exitCodes.usage;
    process.stderr.write(`csm: ${explain(error)}\n`);
    return exitCodes.failure;
  }
}
