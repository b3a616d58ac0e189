import { createHash } from 'node:crypto';
import { chart } from './chart.ts';
import { desk } from './desk.ts';
import { frame } from './frame.ts';
import { mail } from './mail.ts';
import { parts } from './parts.ts';
import { tables } from './tables.ts';
import { tokens } from './tokens.ts';
import { waterfall } from './waterfall.ts';

/** The whole stylesheet. It lives in modules, so that a Lambda bundle needs no files beside it. */
export const css = [tokens, frame, tables, parts, mail, desk, chart, waterfall].join('\n');

/** Where it is served: another address when it changes. */
export const stylesheetHref = `/assets/dashboard.css?${createHash('sha256').update(css).digest('hex').slice(0, 12)}`;
