import { AppError, type ErrorCode } from '#shared/domain/errors.ts';

/** What a person can do about a failure, where there is something to do. */
const advice: Partial<Record<ErrorCode, string>> = {
  'client.not-found': 'The portfolio page and "csm score" list the clients there are.',
  'health.not-scored': 'Days are scored every night, and the past of a new client at its month ends.',
  'run.not-found': '"csm runs" lists the runs there are.',
  'meeting.not-found': 'Name one with --meeting; "csm meeting list" shows those there are.',
  'meeting.double-booked': 'Choose another time; "csm meeting list" shows which are taken.',
  'import.bad-rows': 'Correct the rows and import again, or add --keep-good to import the others.',
  'import.unreadable': 'Give the path of a CSV or JSON file; docs/importing.md shows both.',
};

/** A failure as a person reads it: what went wrong and what to do. Only a bug of ours shows a stack. */
export function explain(error: unknown): string {
  if (error instanceof AppError) return [sentenceOf(error), advice[error.code]].filter(Boolean).join('\n  ');
  if (!(error instanceof Error)) return `something we did not foresee went wrong: ${String(error)}`;
  const known = 'code' in error && systemFailures[String(error.code)];
  return known ? `${known} (${error.message})` : `something we did not foresee went wrong. ${error.stack}`;
}

const sentenceOf = ({ message, details }: AppError): string => {
  const { problem } = details;
  if (typeof problem === 'string') return problem;
  const said = message.slice(0, message.length - JSON.stringify(details).length).trim();
  const about = Object.entries(details).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return about.length > 0 ? `${said} (${about.join(', ')})` : said;
};

const systemFailures: Readonly<Record<string, string>> = {
  EACCES: 'this user may not do that',
  ENOSPC: 'the disk is full',
  ENOENT: 'there is no such file or directory',
  EISDIR: 'that is a directory, not a file',
  ENOTDIR: 'that is a file, not a directory',
  EEXIST: 'a file of that name is in the way',
  EROFS: 'that place cannot be written to',
  ERR_SQLITE_ERROR: 'the database in the data directory cannot be used',
};
