import { createHash } from 'node:crypto';
import { fields } from './fields.ts';
import { frame } from './frame.ts';

/** The whole stylesheet. It stands in the page itself, so that a page is one request. */
export const css = `${frame}${fields}`;

/** The source that a content security policy must allow for it, and nothing else. */
export const stylePolicy = `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
