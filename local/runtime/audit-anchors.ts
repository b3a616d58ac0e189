import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { AuditHead } from '#shared/domain/audit/entry.ts';
import { AppError } from '#shared/domain/errors.ts';

/**
 * How far each chain of the audit trail got when it was last verified, in a file outside the table: whoever rewrites a chain
 * there cannot rewrite this. Worth most when copied to another machine. Throws `settings.invalid` when it cannot be read.
 */
export function auditAnchors(path: string) {
  const noted = new Map(read(path).map((head) => [head.scope, head]));
  return {
    scopes: (): string[] => [...noted.keys()],
    of: (scope: string): AuditHead | undefined => noted.get(scope),
    note: (head: AuditHead): void => void noted.set(head.scope, head),
    save(): void {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.unfinished`, `${JSON.stringify([...noted.values()], undefined, 2)}\n`, { mode: 0o600 });
      renameSync(`${path}.unfinished`, path);
    },
  };
}

function read(path: string): AuditHead[] {
  if (!existsSync(path)) return [];
  try {
    return z.array(AuditHead).parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    const problem = `${path} is damaged; restore it from a copy, or delete it to trust the trail as it is now`;
    throw new AppError('settings.invalid', { problem }, { cause });
  }
}
