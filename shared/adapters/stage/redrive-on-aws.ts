import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { AppError } from '#shared/domain/errors.ts';
import type { Bus } from '#shared/ports/bus.ts';
import type { Redrive } from '#shared/ports/redrive.ts';
import { announcementsBetween } from './announcements-between.ts';
import { timeOfLostBatch } from './lost-batch.ts';
import type { Home, StageDescription } from './stage-description.ts';

interface Surroundings {
  readonly description: StageDescription;
  readonly queues: Pick<SQSClient, 'send'>;
  readonly lambdas: Pick<LambdaClient, 'send'>;
  readonly database: Pick<DynamoDBClient, 'send'>;
  readonly bus: Bus;
}

/** Dead letters in SQS: an event goes back to its queue, a wake-up wakes again, what the stream lost is announced again. */
export function redriveOnAws({ description, queues, lambdas, database, bus }: Surroundings): Redrive {
  const goHome = async (home: Home, letters: readonly Message[]): Promise<void> => {
    if (home.queue !== undefined) {
      for (const { Body } of letters)
        await queues.send(new SendMessageCommand({ QueueUrl: home.queue, MessageBody: Body }));
    } else if (home.lambda !== undefined) {
      // Once, however many wake-ups failed.
      await lambdas.send(new InvokeCommand({ FunctionName: home.lambda, InvocationType: 'Event' }));
    } else {
      for (const { Body = '' } of letters) {
        const { from, to } = timeOfLostBatch(Body);
        await bus.publish(await announcementsBetween(database, description.table, from, to));
      }
    }
  };

  return {
    functionNames: [...description.homes.keys()],
    async of(functionName, { drop }) {
      const home = description.homes.get(functionName);
      if (!home) throw new AppError('function.unknown', { functionName, known: [...description.homes.keys()] });
      let letters = 0;
      for await (const batch of waiting(queues, home.deadLetters)) {
        if (!drop) await goHome(home, batch);
        // Only now: whoever stops in between finds them again.
        for (const { ReceiptHandle } of batch)
          await queues.send(new DeleteMessageCommand({ QueueUrl: home.deadLetters, ReceiptHandle }));
        letters += batch.length;
      }
      return { functionName, letters };
    },
  };
}

/** Everything in a queue, batch by batch, until it seems empty. What is taken and not deleted is back in a minute. */
async function* waiting(queues: Pick<SQSClient, 'send'>, url: string): AsyncGenerator<readonly Message[]> {
  for (;;) {
    const { Messages = [] } = await queues.send(
      new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10, VisibilityTimeout: 60, WaitTimeSeconds: 1 }),
    );
    if (Messages.length === 0) return;
    yield Messages;
  }
}
