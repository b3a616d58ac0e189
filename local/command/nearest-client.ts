import { distance } from 'fastest-levenshtein';
import { AppError, isAppError } from '#shared/domain/errors.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { everyClient } from './every-client.ts';

/** Does something; a client that it does not know is reported with the id that was probably meant, where one is near. */
export async function namingNearest<T>(table: TableReader, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isAppError(error, 'client.not-found') || typeof error.details.clientId !== 'string') throw error;
    const nearest = nearestTo(error.details.clientId, await everyClient(table));
    throw nearest ? new AppError('client.not-found', { ...error.details, nearest }, { cause: error }) : error;
  }
}

/** At most every third letter may differ, or any word proposes any client. */
function nearestTo(typed: string, known: readonly { readonly clientId: string }[]): string | undefined {
  const [best] = known
    .map(({ clientId }) => ({ clientId, edits: distance(typed, clientId) }))
    .sort((a, b) => a.edits - b.edits);
  return best && best.edits * 3 <= typed.length ? best.clientId : undefined;
}
