import { accessSync, constants } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Fails at once, as writing the file would in the end, when its folder is not there or not ours: long work must not be lost to a slip in a path. */
export function expectWritable(file: string | undefined): void {
  if (file !== undefined) accessSync(dirname(resolve(file)), constants.W_OK);
}
