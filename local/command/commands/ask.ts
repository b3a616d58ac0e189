import { Command } from 'commander';
import { askClient, Question } from '#functions/ask-client/question.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { describeAnswer } from '../describe-run.ts';
import { say } from '../terminal.ts';
import { answered } from './brief.ts';
import { type CommonOptions, readBy, withCommonOptions, withData } from './options.ts';

export const askCommand = (): Command =>
  withCommonOptions(new Command('ask'))
    .description(
      'Ask about a client: the answer is made of facts alone, each with its sources, or says that it cannot tell.',
    )
    .argument('<client>', 'a client\'s id, for example "big-12"', readBy(ClientId))
    .argument('<question>', 'for example "why did adoption fall?"', readBy(Question))
    .action((clientId: ClientId, question: string, options: CommonOptions) =>
      withData(options, async ({ runtime }) => {
        const run = answered(await askClient(runtime, clientId, question));
        say(options.json, run, () => describeAnswer(run));
      }),
    );
