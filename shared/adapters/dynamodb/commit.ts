import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  TransactionCanceledException,
  TransactionConflictException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { AppError } from '#shared/domain/errors.ts';
import type { Change, Key } from '#shared/ports/table.ts';
import { checkCommit, itemStored, keyChanged } from '../item-rules/commit.ts';
import { storedForm } from './attribute-values.ts';
import { conditionFor } from './conditions.ts';

/**
 * Commits a single write as a conditional put or delete, anything else as a transaction. A single write whose answer was
 * lost is sent again by the client and then reports a conflict with itself, which callers treat like any other.
 */
export function committer(
  client: DynamoDBClient,
  TableName: string,
  now: () => number,
): (changes: readonly Change[]) => Promise<void> {
  const transactItem = (change: Change): TransactWriteItem => {
    const about = { TableName, ...conditionFor(change.require, now()) };
    if ('put' in change) return { Put: { ...about, Item: storedForm(itemStored(change.put, change.require)) } };
    const Key = marshall(keyChanged(change));
    return 'delete' in change ? { Delete: { ...about, Key } } : { ConditionCheck: { ...about, Key } };
  };

  const send = (items: TransactWriteItem[]) => {
    const [only, ...others] = items;
    if (others.length === 0 && only?.Put) return client.send(new PutItemCommand(only.Put));
    if (others.length === 0 && only?.Delete) return client.send(new DeleteItemCommand(only.Delete));
    return client.send(new TransactWriteItemsCommand({ TransactItems: items }));
  };

  return async (changes) => {
    checkCommit(changes);
    if (changes.length === 0) return;
    try {
      await send(changes.map(transactItem));
    } catch (error) {
      const keys = conflictsIn(error, changes.map(keyChanged));
      throw keys.length > 0 ? new AppError('table.conflict', { keys }, { cause: error }) : error;
    }
  };
}

/** The keys whose requirement did not hold or that another transaction was writing; none for any other failure. */
function conflictsIn(error: unknown, keys: readonly Key[]): readonly Key[] {
  if (error instanceof ConditionalCheckFailedException || error instanceof TransactionConflictException) return keys;
  if (!(error instanceof TransactionCanceledException)) return [];
  const codes = error.CancellationReasons?.map(({ Code }) => Code) ?? [];
  return keys.filter((_, place) => conflictCodes.includes(codes[place] ?? ''));
}

const conflictCodes = ['ConditionalCheckFailed', 'TransactionConflict'];
