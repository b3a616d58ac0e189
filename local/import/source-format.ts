import { AppError } from '#shared/domain/errors.ts';

export type Format = 'csv' | 'json';

/** A file's format by its extension, or by what it begins with when that says nothing. */
export function formatOf(fileName: string, text: string): Format {
  const extension = /\.(csv|json)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (extension === 'csv' || extension === 'json') return extension;
  return /^\s*[[{]/.test(text) ? 'json' : 'csv';
}

/**
 * The text of a file: UTF-8, with or without a byte order mark, lines ended in any of the three ways. Throws
 * `import.unreadable` for any other encoding rather than guess at names.
 */
export function readText(bytes: Uint8Array): string {
  try {
    return withPlainLines(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError('import.unreadable', { reason: 'save it as UTF-8 (in Excel: "CSV UTF-8")' }, { cause });
  }
}

/** Without byte order mark, every line ended by a line feed. */
export const withPlainLines = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
