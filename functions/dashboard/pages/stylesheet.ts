import { stylesheetResponse } from '../respond.ts';
import { css } from '../styles/stylesheet.ts';

/** The dashboard's one stylesheet. */
export const stylesheet = async (): Promise<Response> => stylesheetResponse(css);
