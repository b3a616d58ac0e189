import { isAppError } from '#shared/domain/errors.ts';

const attempts = 4;

/** Loads, decides and commits again when another writer was faster; after four tries the conflict is thrown. */
export async function retryOnConflict<T>(loadDecideCommit: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await loadDecideCommit();
    } catch (error) {
      if (!isAppError(error, 'table.conflict') || attempt === attempts) throw error;
    }
  }
}
